claim T2 "A mapping that grows keeps its guards where they were, also if it moves."
  source tools/testing/selftests/mm/guard-regions.c, mremap_expand

init {
  mmap(0, 3, PROT_READ|PROT_WRITE);
  madvise(0, 1, MADV_GUARD_INSTALL);
  madvise(2, 1, MADV_GUARD_INSTALL);                      # |gwg|...|
}
P0 {
  mremap(0, 3, 6, 0);
  a = read(0);
  b = read(2);
  c = write(5);
  mmap(8, 8, PROT_NONE);
  mremap(0, 6, 8, MREMAP_MAYMOVE|MREMAP_FIXED, 8);
  d = read(8);
  e = read(10);
  g = write(15);
}
forall 0:a = SIGSEGV /\ 0:b = SIGSEGV /\ 0:c = 0 /\ 0:d = SIGSEGV /\ 0:e = SIGSEGV /\ 0:g = 0

expect 6.15..7.3                                      holds
