claim T2 "/proc/PID/pagemap tells guards from other pages, and no longer when they are removed."
  source tools/testing/selftests/mm/guard-regions.c, pagemap

init { mmap(0, 10, PROT_READ|PROT_WRITE); }
P0 {
  madvise(0, 1, MADV_GUARD_INSTALL);
  madvise(2, 1, MADV_GUARD_INSTALL);
  madvise(4, 1, MADV_GUARD_INSTALL);
  madvise(6, 1, MADV_GUARD_INSTALL);
  madvise(8, 1, MADV_GUARD_INSTALL);
  g = pagemap_guards();
  madvise(0, 10, MADV_GUARD_REMOVE);
  n = pagemap_guards();
}
forall 0:g = "x.x.x.x.x." /\ 0:n = ".........."

expect 6.15..7.3                                      holds
