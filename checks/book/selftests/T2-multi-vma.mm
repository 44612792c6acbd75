claim T2 "Guards over several VMAs and the gaps between them: where there are gaps, -ENOMEM, and the rest is done."
  source tools/testing/selftests/mm/guard-regions.c, multi_vma

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  mmap(4, 1, PROT_READ|PROT_WRITE);
  mmap(6, 2, PROT_READ|PROT_WRITE);                       # |ww|..|w|.|ww|
}
P0 {
  r = madvise(0, 8, MADV_GUARD_INSTALL);
  a = read(0);
  b = read(4);
  c = read(7);
  s = madvise(0, 8, MADV_GUARD_REMOVE);
  d = read(0);
  e = read(4);
  mmap(2, 2, PROT_READ|PROT_WRITE|PROT_EXEC);
  mmap(5, 1, PROT_READ|PROT_WRITE|PROT_EXEC);
  t = madvise(0, 8, MADV_GUARD_INSTALL);
  g = read(1);
  h = read(3);
  i = read(5);
  u = madvise(0, 8, MADV_GUARD_REMOVE);
  j = read(3);
}
forall 0:r = -ENOMEM /\ 0:a = SIGSEGV /\ 0:b = SIGSEGV /\ 0:c = SIGSEGV
    /\ 0:s = -ENOMEM /\ 0:d = 0 /\ 0:e = 0
    /\ 0:t = 0 /\ 0:g = SIGSEGV /\ 0:h = SIGSEGV /\ 0:i = SIGSEGV /\ 0:u = 0 /\ 0:j = 0

expect 6.15..7.3                                      holds
