race I3 "UFFDIO_MOVE waits for mmap_lock with one VMA locked, and a writer of both waits for that one"
  reported 6.9-rc, in review
  fixed 867a43a34ff8 (6.9)
  source mm/userfaultfd.c, uffd_move_lock()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  mmap(1, 1, PROT_READ|PROT_WRITE);
  write(0, 5);
  write(1, 6);
  madvise(1, 1, MADV_DONTNEED);
  uffd_register(1, 1);                           # |w|w|
}
P0 { uffd_move(1, 0); }
P1 { mprotect(0, 2, PROT_READ); }
forall read(0) = 5 \/ read(1) = 5

expect 6.18..7.3                             holds
expect 7.3 without second-is-tried           violated lock_order mmap_lock    as I3
