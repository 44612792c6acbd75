claim T2 "MADV_COLLAPSE of memory of a file with guards fails, and the guards stay."
  source tools/testing/selftests/mm/guard-regions.c, collapse (file)

# A collapse that comes as far as the page tables has unmapped page 1; one that the settings of
# huge pages forbid has not. MADV_DONTNEED makes them the same.

init {
  f = file(6);
  mmap(0, 2, PROT_READ, MAP_SHARED, f);
  read(0);
  read(1);
  madvise(0, 1, MADV_GUARD_INSTALL);                      # |gr|
}
P0 {
  r = madvise(0, 2, MADV_COLLAPSE);
  a = read(0);
  madvise(0, 2, MADV_DONTNEED);
}
forall ~(0:r = 0) /\ 0:a = SIGSEGV

expect 6.15..7.3                                      holds
