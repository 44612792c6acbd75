claim C01 "UFFDIO_COPY gives a page the protection that its VMA has: who has seen that it may not be touched does not get at it by that."
  source mm/userfaultfd.c, mfill_atomic_install_pte(), mm/mprotect.c, mprotect_fixup()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  mmap(2, 1, PROT_READ|PROT_WRITE);
  write(0, 1);
  madvise(0, 1, MADV_DONTNEED);
  write(2, 5);
  uffd_register(0, 1);
}
P0 { mprotect(0, 1, PROT_NONE); }
P1 { q = read(0); uffd_copy(0, 2); s = read(0); }
forall ~(1:q = SIGSEGV /\ 1:s = 5)

expect 7.3 sc                                      holds
