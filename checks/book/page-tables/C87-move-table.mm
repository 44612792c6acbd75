claim C87 "mremap moves a whole page table only if it is still there under the PMD locks: taking the rmap locks is too late to keep a collapse from freeing it."
  source mm/mremap.c, move_normal_pmd(), 6fa1066fc5d0 (6.12)
race D2 "mremap moves a page table that a collapse has just freed"
  reported CVE-2024-50066, 6.6 to 6.11; fixed 6fa1066fc5d0 (6.12)

init {
  f = file(2);
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  write(1, 5);                                   # |ww|
}
P0 { mremap(0, 2, 2, MREMAP_MAYMOVE|MREMAP_FIXED, 4); }
P1 { collapse(f); }
forall read(5) = 5

expect 6.18..7.3                             holds
expect 7.3 without recheck-moved-table       violated stale_pte       as D2
