race D12 "A page table is unshared while GUP-fast is in it, which pins what the other mapping has there next"
  reported CVE-2025-38085, 2.6.20 to 6.15.3
  fixed 1013af4f585f (6.16, back-ported to 6.15.4)
  source mm/hugetlb.c, huge_pmd_unshare_flush(), mm/gup.c, gup_fast_pmd_leaf()

init {
  f = file(2);
  g = file(1);
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED|MAP_HUGETLB, f);
  mmap(4, 2, PROT_READ|PROT_WRITE, MAP_SHARED|MAP_HUGETLB, f);
  write(0);
  write(5);                                      # |ww|..|ww|
}
P0 {
  munmap(0, 2);
  mmap(5, 1, PROT_READ|PROT_WRITE, MAP_SHARED|MAP_FIXED|MAP_HUGETLB, g);
  write(5);
}
P1 { r = pin_page(1); }
forall (1:r = 0 \/ 1:r = -EFAULT) /\ pte(5) = present

expect 6.4, 6.6                              violated pte    as D12
expect 6.12..6.18                            holds
expect 6.19..7.3                             holds
expect 7.3 without unshare-waits             violated pte    as D12
