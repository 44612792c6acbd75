claim T2 "A child of memory that is to be wiped has no guards; its parent keeps them."
  source tools/testing/selftests/mm/guard-regions.c, fork_wipeonfork

init {
  mmap(0, 4, PROT_READ|PROT_WRITE);
  madvise(0, 4, MADV_WIPEONFORK);
  madvise(0, 2, MADV_GUARD_INSTALL);                      # |ggww|
}
P0 {
  fork();
  a = child(write(0));
  b = child(write(3));
  c = read(0);
  d = read(3);
}
forall 0:a = 0 /\ 0:b = 0 /\ 0:c = SIGSEGV /\ 0:d = 0

expect 6.15..7.3                                      holds
expect 7.3 without wipe-on-fork                       violated result
