claim T2 "MADV_COLLAPSE of memory with guards fails, and the guards stay."
  source tools/testing/selftests/mm/guard-regions.c, collapse

init {
  mmap(0, 2, PROT_READ);
  read(0);
  read(1);
  madvise(0, 1, MADV_GUARD_INSTALL);                      # |gr|
}
P0 {
  r = madvise(0, 2, MADV_COLLAPSE);
  a = read(0);
}
forall ~(0:r = 0) /\ 0:a = SIGSEGV

expect 6.15..7.3                                      holds
