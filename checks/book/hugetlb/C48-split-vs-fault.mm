claim C48 "What straddles the border of a split is torn down while the VMA and the rmap are write-locked: before, a fault or a walk could make it again."
  source 081056dc00a2 (6.16), mm/vma.c, __split_vma(), mm/hugetlb.c, hugetlb_split()
race D11 "A page table is unshared before a split has locked the VMA, and a fault shares it again"
  reported CVE-2025-38084, 2.6.20 to 6.15.3
  fixed 081056dc00a2 (6.16, back-ported to 6.15.4)

init {
  f = file(2);
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED|MAP_HUGETLB, f);
  mmap(4, 2, PROT_READ|PROT_WRITE, MAP_SHARED|MAP_HUGETLB, f);
  write(0, 5);
  read(4);                                       # |ww|..|ww|
}
P0 { madvise(0, 1, MADV_DONTDUMP); }
P1 { r = read(1); }
forall read(0) = 5 /\ read(4) = 5 /\ 1:r = 0

# up to 6.8 faults of huge pages hold mmap_lock, so none comes between
expect 6.4, 6.6                              question holds
expect 6.18..7.3                             holds
expect 7.3 without unshare-under-locks       violated shared_page_table    as D11
