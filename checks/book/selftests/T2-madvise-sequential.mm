claim T2 "Read-ahead does not touch guards of a file, and with them removed its pages have what they had."
  source tools/testing/selftests/mm/guard-regions.c, madvise_sequential

# Nothing is paged out in between.

init {
  f = file(4);
  mmap(0, 4, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  write(0, 5);
  write(1, 6);
  write(2, 7);
  write(3, 8);
  madvise(0, 4, MADV_SEQUENTIAL);
  madvise(0, 1, MADV_GUARD_INSTALL);
  madvise(2, 1, MADV_GUARD_INSTALL);                      # |gwgw|
}
P0 {
  a = read(0);
  b = read(1);
  c = read(2);
  d = read(3);
  madvise(0, 4, MADV_GUARD_REMOVE);
}
forall 0:a = SIGSEGV /\ 0:b = 6 /\ 0:c = SIGSEGV /\ 0:d = 8 /\ read(0) = 5 /\ read(2) = 7

expect 6.15..7.3                                      holds
