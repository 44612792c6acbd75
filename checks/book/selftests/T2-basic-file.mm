claim T2 "A guard makes its page of a file inaccessible, and no other; to remove it, or none, does not touch what is there."
  source tools/testing/selftests/mm/guard-regions.c, basic (file)

init {
  f = file(6);
  mmap(0, 4, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  write(0);                                               # |wwww|
}
P0 {
  i = madvise(0, 1, MADV_GUARD_INSTALL);
  a = write(0);
  b = write(1);
  c = write(2);
  j = madvise(3, 1, MADV_GUARD_INSTALL);
  d = read(3);
  k = madvise(0, 1, MADV_GUARD_REMOVE);
  e = write(0, 5);
  l = madvise(3, 1, MADV_GUARD_REMOVE);
  g = write(3, 6);
  madvise(0, 3, MADV_GUARD_INSTALL);
  h = read(0);
  m = read(1);
  n = read(2);
  o = read(3);
  madvise(0, 4, MADV_GUARD_REMOVE);
  p = write(1, 7);
  madvise(0, 4, MADV_GUARD_REMOVE);
}
forall 0:a = SIGSEGV /\ 0:b = 0 /\ 0:c = 0 /\ 0:d = SIGSEGV /\ 0:e = 0 /\ 0:g = 0
    /\ 0:h = SIGSEGV /\ 0:m = SIGSEGV /\ 0:n = SIGSEGV /\ 0:o = 6 /\ 0:p = 0 /\ read(1) = 7 /\ read(3) = 6

expect 6.15..7.3                                      holds
expect 7.3 without remove-only-markers                violated mapcount
