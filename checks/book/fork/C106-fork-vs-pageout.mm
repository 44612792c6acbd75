claim C106 "What is swapped out while a process forks is there in both, and each can take it back."
  source mm/memory.c, copy_nonpresent_pte(), mm/swapfile.c, try_to_unuse()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  write(0, 5);                                   # |w|
}
P0 { fork(); child(write(0, 6)); }
P1 { madvise(0, 1, MADV_PAGEOUT); swapoff(); }
forall read(0) = 5 /\ child(read(0) = 6)

expect 7.3 sc, tso                               holds
