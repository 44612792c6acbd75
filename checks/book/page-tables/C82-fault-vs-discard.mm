claim C82 "A fault looks under the lock of the table whether it is still in use: no page is put into one that a discard takes away."
  source mm/memory.c, do_anonymous_page(), zap_pte_table_if_empty()

init { mmap(0, 2, PROT_READ|PROT_WRITE); write(1, 1); }
P0 { madvise(0, 2, MADV_DONTNEED); }
P1 { write(0, 5); }
forall pte(1) = none

expect 7.3                                         holds
expect 7.3 with page-table-check                   holds
