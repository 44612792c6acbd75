claim C106 "A page comes back from swap once, whether a fault wants it or swapoff."
  source mm/memory.c, do_swap_page(), mm/swapfile.c, unuse_pte()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  write(0, 5);
  madvise(0, 1, MADV_PAGEOUT);                   # |w|
}
P0 { swapoff(); }
P1 { write(0, 6); }
forall read(0) = 6 /\ pte(0) = present

expect 7.3                                       holds
