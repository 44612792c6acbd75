claim T2 "A mapping of a file that is moved takes its guards along."
  source tools/testing/selftests/mm/guard-regions.c, mremap_move (file)

init {
  f = file(6);
  mmap(0, 4, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  madvise(0, 1, MADV_GUARD_INSTALL);
  madvise(3, 1, MADV_GUARD_INSTALL);                      # |gwwg|
  mmap(6, 4, PROT_NONE);
}
P0 {
  mremap(0, 4, 4, MREMAP_MAYMOVE|MREMAP_FIXED, 6);
  a = read(6);
  b = write(7);
  c = read(9);
}
forall 0:a = SIGSEGV /\ 0:b = 0 /\ 0:c = SIGSEGV /\ ~mapped(0)

expect 6.15..7.3                                      holds
