claim T2 "MADV_DONTNEED leaves guards where they are; the file's pages keep what they have."
  source tools/testing/selftests/mm/guard-regions.c, dontneed (file)

init {
  f = file(6);
  mmap(0, 4, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  write(0, 5);
  write(1, 5);
  write(2, 5);
  write(3, 5);
  madvise(0, 1, MADV_GUARD_INSTALL);
  madvise(2, 1, MADV_GUARD_INSTALL);                      # |gwgw|
}
P0 {
  madvise(0, 4, MADV_DONTNEED);
  a = read(0);
  b = read(1);
  c = read(2);
  d = read(3);
}
forall 0:a = SIGSEGV /\ 0:b = 5 /\ 0:c = SIGSEGV /\ 0:d = 5

expect 6.15..7.3                                      holds
