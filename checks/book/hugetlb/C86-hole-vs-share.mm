claim C86 "A hole that is punched while another mapping's first fault shares the page table is a hole in both, or the fault has come before."
  source fs/hugetlbfs/inode.c, hugetlbfs_punch_hole(), mm/hugetlb.c, huge_pmd_share()

init {
  f = file(2);
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED|MAP_HUGETLB, f);
  mmap(4, 2, PROT_READ|PROT_WRITE, MAP_SHARED|MAP_HUGETLB, f);
  write(0, 5);
}
P0 { punch_hole(f, 0); }
P1 { r = read(4); }
forall 1:r = 5 \/ 1:r = SIGBUS

expect 7.3                                       holds
