claim C86 "A fault that looks for a page table to share finds the one that another mapping's first fault makes, or makes its own."
  source mm/hugetlb.c, page_table_shareable(), huge_pte_alloc()

init {
  f = file(2);
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED|MAP_HUGETLB, f);
  mmap(4, 2, PROT_READ|PROT_WRITE, MAP_SHARED|MAP_HUGETLB, f);
}
P0 { write(0, 5); }
P1 { r = read(4); }
forall 1:r = 0 \/ 1:r = 5

expect 7.3                                  holds
