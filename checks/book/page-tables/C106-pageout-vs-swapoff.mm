claim C106 "swapoff finds what is swapped out while it runs."
  source mm/swapfile.c, try_to_unuse(), swap_put_entries_direct()

init {
  mmap(0, 4, PROT_READ|PROT_WRITE);
  write(0, 5);
  write(2, 6);
  madvise(2, 1, MADV_PAGEOUT);                   # |wwww|
}
P0 { madvise(0, 1, MADV_PAGEOUT); }
P1 { swapoff(); }
forall read(0) = 5 /\ read(2) = 6

expect 7.3                                       holds
