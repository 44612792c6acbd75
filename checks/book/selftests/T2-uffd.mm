claim T2 "Guards behave as usual in memory that userfaultfd has registered."
  source tools/testing/selftests/mm/guard-regions.c, uffd

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  uffd_register(0, 2);
}
P0 {
  r = madvise(0, 2, MADV_GUARD_INSTALL);
  a = read(0);
  b = write(1);
}
forall 0:r = 0 /\ 0:a = SIGSEGV /\ 0:b = SIGSEGV

expect 6.15..7.3                                      holds
