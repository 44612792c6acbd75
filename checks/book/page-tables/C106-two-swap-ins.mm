claim C106 "Two faults on a page that is swapped out take it back once."
  source mm/memory.c, do_swap_page()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  write(0, 5);
  madvise(0, 1, MADV_PAGEOUT);                   # |w|
}
P0 { r = read(0); }
P1 { r = read(0); swapoff(); }
forall 0:r = 5 /\ 1:r = 5 /\ pte(0) = present

expect 7.3                                       holds
