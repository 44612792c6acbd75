claim C81 "Who finds that another has made the huge zero page counts itself before it can be taken back."
  source mm/huge_memory.c, get_huge_zero_folio(), shrink_huge_zero_folio_scan()

init { mmap(0, 1, PROT_READ); }
P0 { huge_zero_fault(); shrink_huge_zero(); huge_zero_fault(); }
P1 { r = huge_zero_fault(); }
forall 1:r = 1

expect 7.3 sc, tso                          holds
