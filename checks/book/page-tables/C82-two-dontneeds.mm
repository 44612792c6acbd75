claim C82 "Of two discards that find a page table empty one takes it away."
  source mm/memory.c, zap_pte_table_if_empty()

init { mmap(0, 2, PROT_READ|PROT_WRITE); write(0, 5); }
P0 { madvise(0, 2, MADV_DONTNEED); }
P1 { madvise(0, 2, MADV_DONTNEED); }

expect 7.3                                  holds
