claim T2 "MADV_POPULATE_READ and MADV_POPULATE_WRITE fail over guards."
  source tools/testing/selftests/mm/guard-regions.c, populate

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  madvise(0, 2, MADV_GUARD_INSTALL);                      # |gg|
}
P0 {
  r = madvise(0, 2, MADV_POPULATE_READ);
  s = madvise(0, 2, MADV_POPULATE_WRITE);
}
forall 0:r = -EFAULT /\ 0:s = -EFAULT

expect 6.15..7.3                                      holds
