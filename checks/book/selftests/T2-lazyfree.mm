claim T2 "MADV_FREE leaves guards where they are."
  source tools/testing/selftests/mm/guard-regions.c, lazyfree

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  madvise(0, 2, MADV_GUARD_INSTALL);                      # |gg|
}
P0 {
  r = madvise(0, 2, MADV_FREE);
  a = read(0);
  b = read(1);
}
forall 0:r = 0 /\ 0:a = SIGSEGV /\ 0:b = SIGSEGV

expect 6.15..7.3                                      holds
