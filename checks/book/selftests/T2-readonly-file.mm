claim T2 "Guards work in a mapping of a file that cannot be written."
  source tools/testing/selftests/mm/guard-regions.c, readonly_file

init {
  f = file(2);
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  write(0, 5);
  write(1, 6);
  munmap(0, 2);
  mmap(0, 2, PROT_READ, MAP_SHARED, f);
  madvise(0, 1, MADV_GUARD_INSTALL);                      # |gr|
}
P0 {
  a = read(0);
  b = read(1);
  madvise(0, 2, MADV_GUARD_REMOVE);
}
forall 0:a = SIGSEGV /\ 0:b = 6 /\ read(0) = 5

expect 6.15..7.3                                      holds
