claim T2 "Guards stay when their VMA is split and merged, by munmap() and by mprotect()."
  source tools/testing/selftests/mm/guard-regions.c, split_merge

init {
  mmap(0, 6, PROT_READ|PROT_WRITE);
  madvise(0, 6, MADV_GUARD_INSTALL);                      # |gggggg|
  munmap(2, 1);
  munmap(4, 1);                                           # |gg|.|g|.|g|
  mmap(2, 1, PROT_READ|PROT_WRITE);
  mmap(4, 1, PROT_READ|PROT_WRITE);                       # |ggwgwg|
  madvise(0, 6, MADV_GUARD_INSTALL);                      # |gggggg|
  mprotect(0, 2, PROT_READ);
  mprotect(4, 2, PROT_READ);                              # |gg|gg|gg|
  mprotect(0, 2, PROT_READ|PROT_WRITE);
  mprotect(4, 2, PROT_READ|PROT_WRITE);                   # |gggggg|
}
P0 {
  a = read(1);
  mprotect(0, 2, PROT_READ);
  mprotect(4, 2, PROT_READ);
  madvise(0, 6, MADV_GUARD_REMOVE);
  b = read(1);
  c = read(5);
  mprotect(0, 2, PROT_READ|PROT_WRITE);
  mprotect(4, 2, PROT_READ|PROT_WRITE);
  d = write(0);
}
forall vma(0) = [0, 6) /\ 0:a = SIGSEGV /\ 0:b = 0 /\ 0:c = 0 /\ 0:d = 0

expect 6.15..7.3                                      holds
