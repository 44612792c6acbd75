race V4 "PAGEMAP_SCAN waits for the lock of huge pages that its own walk holds"
  reported CVE-2026-72174
  fixed 7.3
  source fs/proc/task_mmu.c, pagemap_scan_hugetlb_hole_wp()

init {
  f = file(2);
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED|MAP_HUGETLB, f);    # |ww|
}
P0 { pagemap_scan(0, 2); }
P1 { write(1, 5); }
forall read(1) = 5

expect 7.3                                   holds
expect 7.3 without scan-protects-inline      violated recursive_lock hugetlb_vma_lock    as V4
