claim C90 "Of a collapse and an MADV_DONTNEED that find the same page table empty one removes it, where userfaultfd makes the collapse take all locks at once as well."
  source mm/khugepaged.c, try_collapse_pte_mapped_thp(), mm/memory.c, zap_pte_table_if_empty()

init {
  f = file(4);
  mmap(0, 4, PROT_READ|PROT_WRITE, 0, f);
  collapse(f);
  read(1);
  uffd_register(0, 4);                           # |wwww|
}
P0 { madvise(0, 2, MADV_COLLAPSE); }
P1 { madvise(0, 2, MADV_DONTNEED); }
forall pte(1) = none

expect 6.18..7.3 sc, tso                     holds
