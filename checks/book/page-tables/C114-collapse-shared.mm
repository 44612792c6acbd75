claim C114 "MADV_COLLAPSE collapses anonymous memory also where none of its pages may be written, as those that a child shares."
  source mm/khugepaged.c, __collapse_huge_page_isolate()

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  write(1, 7);
  become_child();                                # |ww|
}
P0 { r = madvise(0, 2, MADV_COLLAPSE); }
forall 0:r = 0 /\ read(1) = 7 /\ pte(0) = present

expect 6.18..7.3 sc                          holds
expect 6.4, 6.6 sc                           violated result
expect 6.12 sc                               violated result
expect 7.3 without collapse-read-only sc     violated result
