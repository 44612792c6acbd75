claim T2 "Guards work over the zero page."
  source tools/testing/selftests/mm/guard-regions.c, anon_zeropage

init {
  mmap(0, 2, PROT_READ);
  read(1);
  madvise(0, 1, MADV_GUARD_INSTALL);                      # |gr|
}
P0 {
  a = read(0);
  b = read(1);
  madvise(0, 2, MADV_GUARD_REMOVE);
}
forall 0:a = SIGSEGV /\ 0:b = 0 /\ read(0) = 0

expect 6.15..7.3                                      holds
