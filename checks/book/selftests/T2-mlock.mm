claim T2 "Guards are refused in locked memory; what is guarded can be locked around, and guards be removed in it."
  source tools/testing/selftests/mm/guard-regions.c, mlock

init {
  mmap(0, 4, PROT_READ|PROT_WRITE);
  write(0);
  write(1);
  write(2);
  write(3, 5);
  mlock(0, 4);                                            # |wwww|
}
P0 {
  r = madvise(0, 4, MADV_GUARD_INSTALL);
  munlock(0, 4);
  s = madvise(0, 2, MADV_GUARD_INSTALL);
  a = read(0);
  b = read(3);
  mlock(2, 2);
  t = madvise(0, 4, MADV_GUARD_REMOVE);
  c = read(0);
}
forall 0:r = -EINVAL /\ 0:s = 0 /\ 0:a = SIGSEGV /\ 0:b = 5 /\ 0:t = 0 /\ 0:c = 0

expect 6.15..7.3                                      holds
