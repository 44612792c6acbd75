claim T2 "Guards in the part that is cut off are gone, also when it is mapped again; the others stay."
  source tools/testing/selftests/mm/guard-regions.c, mremap_shrink

init {
  mmap(0, 5, PROT_READ|PROT_WRITE);
  madvise(0, 1, MADV_GUARD_INSTALL);
  madvise(4, 1, MADV_GUARD_INSTALL);                      # |gwwwg|
}
P0 {
  mremap(0, 5, 3, MREMAP_MAYMOVE);
  a = read(0);
  b = write(2);
  mremap(0, 3, 5, 0);
  c = read(0);
  d = write(4);
}
forall 0:a = SIGSEGV /\ 0:b = 0 /\ 0:c = SIGSEGV /\ 0:d = 0

expect 6.15..7.3                                      holds
