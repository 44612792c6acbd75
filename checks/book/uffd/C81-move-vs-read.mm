claim C81 "Who touches a page while UFFDIO_MOVE brings it gets what was moved, or the signal of a missing page."
  source mm/userfaultfd.c, move_present_ptes()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  mmap(2, 1, PROT_READ|PROT_WRITE);
  write(0, 5);
  write(2, 1);
  madvise(2, 1, MADV_DONTNEED);
  uffd_register(2, 1);                           # |w|.|w|.|
}
P0 { r = uffd_move(2, 0); }
P1 { s = read(2); }
forall 0:r = 0 /\ (1:s = 5 \/ 1:s = SIGBUS)

expect 7.3                                   holds
