claim C90 "When a collapse removes the page table of a huge folio that is mapped page by page, it looks at the entries again as it clears them: a private copy that was made since the first look makes it give up."
  source mm/khugepaged.c, try_collapse_pte_mapped_thp()

init {
  f = file(4);
  mmap(0, 4, PROT_READ|PROT_WRITE, 0, f);
  write(3);
  collapse(f);
  read(1);                                       # |wwww|
}
P0 { madvise(0, 2, MADV_COLLAPSE); }
P1 { write(1, 7); }
forall read(1) = 7

expect 6.18..7.3                             holds
expect 7.3 without recheck-entries           violated read
