race D13 "The references to the page of a page table tell how many use it, and somebody takes one for a moment"
  reported CVE-2024-57883, up to 6.12.8
  fixed 59d9094df3d7 (6.13, back-ported to 6.12.9)
  source mm/hugetlb.c, huge_pmd_unshare()

init {
  f = file(2);
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED|MAP_HUGETLB, f);
  write(0, 5);                                   # |ww|
}
P0 { munmap(0, 2); }
P1 { pfn_scan(0); }
forall ~mapped(0)

# the page is mapped for ever, and so not freed
expect 6.4                                   violated mapcount    as D13
expect 6.6                                   holds
expect 6.18..7.3                             holds
expect 7.3 without share-count-is-apart      violated mapcount    as D13
