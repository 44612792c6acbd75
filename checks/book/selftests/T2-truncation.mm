claim T2 "Guards of a file stay when it is truncated, and when it grows again."
  source tools/testing/selftests/mm/guard-regions.c, truncation

# The file does not grow again: there is no call for that here. Meanwhile a page behind its end is
# SIGBUS.

init {
  f = file(4);
  mmap(0, 4, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  madvise(0, 1, MADV_GUARD_INSTALL);
  madvise(2, 1, MADV_GUARD_INSTALL);                      # |gwgw|
}
P0 {
  truncate(f, 2);
  a = read(0);
  b = write(1);
  c = read(2);
  d = read(3);
}
forall 0:a = SIGSEGV /\ 0:b = 0 /\ 0:c = SIGSEGV /\ 0:d = SIGBUS

expect 6.15..7.3                                      holds
