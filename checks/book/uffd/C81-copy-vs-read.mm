claim C81 "Who touches a page while UFFDIO_COPY makes it gets what was copied, or the signal of a missing page."
  source mm/userfaultfd.c, mfill_atomic_install_pte()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  mmap(2, 1, PROT_READ|PROT_WRITE);
  write(2, 5);
  write(0, 1);
  madvise(0, 1, MADV_DONTNEED);
  uffd_register(0, 1);                           # |w|.|w|.|
}
P0 { r = uffd_copy(0, 2); }
P1 { s = read(0); }
forall 0:r = 0 /\ (1:s = 5 \/ 1:s = SIGBUS)

expect 7.3                                   holds
