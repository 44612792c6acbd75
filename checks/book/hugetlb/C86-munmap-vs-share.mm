claim C86 "A page table that mappings of one file share is counted under i_mmap_rwsem: a mapping that goes leaves it to one that begins to use it, or takes it along before."
  source mm/hugetlb.c, huge_pmd_share(), huge_pmd_unshare()

init {
  f = file(2);
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED|MAP_HUGETLB, f);
  mmap(4, 2, PROT_READ|PROT_WRITE, MAP_SHARED|MAP_HUGETLB, f);
  write(0, 5);                                   # |ww|..|ww|
}
P0 { munmap(0, 2); }
P1 { r = read(4); }
forall 1:r = 5

expect 7.3                                   holds
