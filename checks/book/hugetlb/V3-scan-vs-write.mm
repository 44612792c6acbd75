race V3 "A huge entry is loaded and stored with less access, and what the MMU sets in between is lost"
  reported CVE-2026-72175
  fixed 7.3
  source fs/proc/task_mmu.c, make_uffd_wp_huge_pte()

init {
  f = file(2);
  mmap(0, 1, PROT_READ|PROT_WRITE, MAP_HUGETLB, f);
  write(0, 5);                                   # |w|
}
P0 { pagemap_scan(0, 1); }
P1 { write(0, 7); }
forall read(0) = 7

expect 7.3                                   holds
expect 7.3 without protect-in-one-step       violated read    as V3
