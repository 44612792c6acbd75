claim C81 "Each user of the huge zero page is counted: the shrinker takes it back only when there is none."
  source mm/huge_memory.c, get_huge_zero_folio(), shrink_huge_zero_folio_scan()

init { mmap(0, 1, PROT_READ); }
P0 { huge_zero_fault(); r = huge_zero_fault(); }
P1 { huge_zero_fault(); shrink_huge_zero(); }
forall 0:r = 1

expect 7.3 sc, tso                          holds
