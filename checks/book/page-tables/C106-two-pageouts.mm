claim C106 "What two processes swap out at the same time comes back to both."
  source mm/rmap.c, try_to_unmap_one(), mm/swapfile.c, try_to_unuse()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  fork();
  write(0, 5);
  child(write(0, 6));                            # |w|
}
P0 { madvise(0, 1, MADV_PAGEOUT); }
P1 { child(madvise(0, 1, MADV_PAGEOUT)); swapoff(); }
forall read(0) = 5 /\ child(read(0) = 6)

expect 7.3                                       holds
