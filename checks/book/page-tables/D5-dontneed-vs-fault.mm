race D5 "MADV_DONTNEED frees a page table that a fault has filled again"
  reported 6.14-rc, since 6375e95f381e; fixed 6.14 (fix incorrect reclaim of non-empty PTE pages)

init {
  f = file(2);
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  write(1, 5);                                   # |ww|
}
P0 { madvise(0, 2, MADV_DONTNEED); }
P1 { write(0, 7); }
forall read(0) = 7 /\ read(1) = 5

# the page that is lost with its table is mapped for ever
expect 6.18..7.3                             holds
expect 7.3 without recheck-empty-table       violated mapcount       as D5
