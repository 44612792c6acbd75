claim C106 "A page is swapped out in one step: what is stored to it meanwhile goes along, or comes back for it."
  source mm/rmap.c, try_to_unmap_one(), mm/memory.c, do_swap_page()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  write(0, 5);                                   # |w|
}
P0 { madvise(0, 1, MADV_PAGEOUT); }
P1 { write(0, 6); }
forall read(0) = 6

expect 7.3                                       holds
