claim T2 "A fault that maps what is around it leaves guards where they are."
  source tools/testing/selftests/mm/guard-regions.c, fault_around

init {
  f = file(2);
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  write(0, 5);
  write(1, 6);
  munmap(0, 2);
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  madvise(0, 1, MADV_GUARD_INSTALL);                      # |gw|
}
P0 {
  a = read(1);
  b = read(0);
}
forall 0:a = 6 /\ 0:b = SIGSEGV

expect 6.15..7.3                                      holds
expect 7.3 with fault-around                          holds
