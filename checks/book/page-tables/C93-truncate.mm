claim C93 "To empty the page tables of a truncated page takes the rmap lock only: a fault looks with the folio locked whether the page is still the file's, and makes its entry before it unlocks it."
  source mm/truncate.c, truncate_pagecache(), mm/filemap.c, filemap_fault(), Documentation/mm/process_addrs.rst

init {
  f = file(2);
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED, f);    # |ww|
}
P0 { truncate(f, 1); }
P1 { w = write(1, 5); }
forall pte(1) = none /\ (1:w = 0 \/ 1:w = SIGBUS)

expect 6.18..7.3                             holds
expect 7.3 without recheck-truncated         violated stale_pte
