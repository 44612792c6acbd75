race D3 "retract_page_tables() takes the lock of a page table that MADV_DONTNEED has freed"
  reported 6.14-rc, since MADV_DONTNEED frees tables
  fixed 6c18ec9af86c (6.14)
  source mm/khugepaged.c, retract_page_tables()

init {
  f = file(2);
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  write(1, 5);                                   # |ww|
}
P0 { collapse(f); }
P1 { madvise(0, 2, MADV_DONTNEED); }
forall read(1) = 5

expect 6.18..7.3                             holds
expect 7.3 without recheck-pmd-state         violated pte_lockptr       as D3
