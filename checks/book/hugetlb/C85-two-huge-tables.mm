claim C85 "Of two faults that find no page table one makes it, under the PMD lock, for huge pages as well."
  source mm/hugetlb.c, huge_pte_alloc(), mm/memory.c, pmd_install()

init {
  f = file(2);
  mmap(0, 1, PROT_READ|PROT_WRITE, MAP_SHARED|MAP_HUGETLB, f);    # |w|
}
P0 { write(0, 5); }
P1 { write(0, 7); }
forall read(0) = 5 \/ read(0) = 7

expect 7.3                                   holds
