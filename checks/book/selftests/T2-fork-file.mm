claim T2 "A child has the guards of a file, and to remove them there does not touch those of its parent."
  source tools/testing/selftests/mm/guard-regions.c, fork (file)

init {
  f = file(6);
  mmap(0, 4, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  madvise(0, 2, MADV_GUARD_INSTALL);                      # |ggww|
}
P0 {
  fork();
  a = child(read(0));
  b = child(read(3));
  child(madvise(0, 4, MADV_GUARD_REMOVE));
  c = child(read(0));
  d = read(0);
  e = read(3);
}
forall 0:a = SIGSEGV /\ 0:b = 0 /\ 0:c = 0 /\ 0:d = SIGSEGV /\ 0:e = 0

expect 6.15..7.3                                      holds
expect 7.3 without copy-maybe-guard                   violated result
