claim T2 "A change of protection leaves guards of a file where they are."
  source tools/testing/selftests/mm/guard-regions.c, mprotect (file)

init {
  f = file(6);
  mmap(0, 6, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  madvise(2, 2, MADV_GUARD_INSTALL);                      # |wwggww|
}
P0 {
  mprotect(2, 2, PROT_READ);
  a = read(2);
  b = read(3);
  i = madvise(2, 2, MADV_GUARD_INSTALL);
  c = read(2);
  d = read(3);
  madvise(0, 6, MADV_GUARD_REMOVE);
  e = read(2);
  g = read(3);
}
forall 0:a = SIGSEGV /\ 0:b = SIGSEGV /\ 0:i = 0 /\ 0:c = SIGSEGV /\ 0:d = SIGSEGV /\ 0:e = 0 /\ 0:g = 0

expect 6.15..7.3                                      holds
