race D6 "MADV_DONTNEED flushes the first address after the page table that it frees"
  reported CVE-2026-74674, 7.0 to 7.1.8
  fixed 478a1c3abebf (back-ported to 7.1.9)
  source mm/pt_reclaim.c, free_pte()

init {
  mmap(0, 4, PROT_READ|PROT_WRITE);
  write(1, 5);
  write(3, 6);                                   # |wwww|
}
P0 { madvise(0, 2, MADV_DONTNEED); }
P1 { a = cached(read(1)); b = cached(read(1)); }
forall 1:b = 0 \/ 1:b = 5

expect 6.18..7.3 with tlb                               holds
expect 7.3 without flush-inside-table with tlb          violated use_after_free pte_table    as D6
