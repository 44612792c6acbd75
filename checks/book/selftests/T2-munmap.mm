claim T2 "To unmap a guard leaves no marker for the next mapping."
  source tools/testing/selftests/mm/guard-regions.c, munmap

init {
  mmap(0, 4, PROT_READ|PROT_WRITE);
  madvise(0, 1, MADV_GUARD_INSTALL);
  madvise(3, 1, MADV_GUARD_INSTALL);                      # |gwwg|
}
P0 {
  a = read(0);
  b = read(3);
  munmap(0, 1);
  munmap(3, 1);
  mmap(0, 1, PROT_READ|PROT_WRITE, MAP_FIXED);
  mmap(3, 1, PROT_READ|PROT_WRITE, MAP_FIXED);
  c = write(0);
  d = write(3);
}
forall 0:a = SIGSEGV /\ 0:b = SIGSEGV /\ 0:c = 0 /\ 0:d = 0

expect 6.15..7.3                                      holds
