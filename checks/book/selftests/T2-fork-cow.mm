claim T2 "A child that guards its copy and takes the guards off finds zeroes; its parent has what it had."
  source tools/testing/selftests/mm/guard-regions.c, fork_cow

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  write(0, 5);
  write(1, 6);                                            # |ww|
}
P0 {
  fork();
  a = child(read(0));
  child(madvise(0, 2, MADV_GUARD_INSTALL));
  child(madvise(0, 2, MADV_GUARD_REMOVE));
  b = child(read(0));
  c = child(read(1));
  d = read(0);
  e = read(1);
}
forall 0:a = 5 /\ 0:b = 0 /\ 0:c = 0 /\ 0:d = 5 /\ 0:e = 6

expect 6.15..7.3                                      holds
