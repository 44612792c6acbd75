claim T2 "Shared and private mappings of a file have guards of their own, and private pages under a guard are gone."
  source tools/testing/selftests/mm/guard-regions.c, map_private

init {
  f = file(2);
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  mmap(4, 2, PROT_READ|PROT_WRITE, 0, f);
  write(0, 5);
  write(1, 6);
  madvise(0, 1, MADV_GUARD_INSTALL);                      # |gw|..|ww|
}
P0 {
  a = read(0);
  b = read(4);
  madvise(4, 1, MADV_GUARD_INSTALL);
  c = read(4);
  d = read(5);
  madvise(0, 2, MADV_GUARD_REMOVE);
  e = read(0);
  g = read(4);
  madvise(4, 2, MADV_GUARD_REMOVE);
  h = read(4);
  write(4, 7);
  write(5, 8);
  madvise(4, 1, MADV_GUARD_INSTALL);
  i = read(4);
  j = read(0);
  madvise(4, 2, MADV_GUARD_REMOVE);
}
forall 0:a = SIGSEGV /\ 0:b = 5 /\ 0:c = SIGSEGV /\ 0:d = 6 /\ 0:e = 5 /\ 0:g = SIGSEGV /\ 0:h = 5
    /\ 0:i = SIGSEGV /\ 0:j = 5 /\ read(4) = 5 /\ read(5) = 8 /\ read(1) = 6

expect 6.15..7.3                                      holds
