claim C86 "Two mappings that begin to use the page table of a third at the same time are both counted."
  source mm/hugetlb.c, huge_pmd_share(), ptdesc_pmd_pts_inc()

init {
  f = file(2);
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED|MAP_HUGETLB, f);
  mmap(2, 2, PROT_READ|PROT_WRITE, MAP_SHARED|MAP_HUGETLB, f);
  mmap(4, 2, PROT_READ|PROT_WRITE, MAP_SHARED|MAP_HUGETLB, f);
  write(0, 5);
}
P0 { r = read(2); }
P1 { s = read(4); }
forall 0:r = 5 /\ 1:s = 5

expect 7.3                                  holds
