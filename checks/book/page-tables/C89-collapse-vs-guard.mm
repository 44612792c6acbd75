claim C89 "A collapse of anonymous memory looks at each entry again under the locks: a guard that was installed meanwhile stays."
  source mm/khugepaged.c, __collapse_huge_page_isolate()

init { mmap(0, 2, PROT_READ|PROT_WRITE); write(0, 5); }
P0 { madvise(0, 2, MADV_COLLAPSE); }
P1 { madvise(1, 1, MADV_GUARD_INSTALL); }
forall guard(1)

expect 7.3 sc, tso                          holds
