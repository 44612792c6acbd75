race H3 "MADV_DONTNEED lets faults in before the huge page is back in the pool, and one of them gets SIGBUS"
  reported up to 6.5
  fixed 2820b0f09be9 (6.6)
  source mm/memory.c, zap_vma_range_batched(), mm/hugetlb.c, __hugetlb_zap_end()

# the pool holds one page
init {
  f = file(2);
  mmap(0, 1, PROT_READ|PROT_WRITE, MAP_HUGETLB, f);
  write(0, 5);                                   # |w|
}
P0 { madvise(0, 1, MADV_DONTNEED); }
P1 { r = read(0); }
forall 1:r = 5 \/ 1:r = 0

expect 6.4                                   violated result    as H3
expect 6.6                                   holds
expect 6.18..7.3                             holds
expect 7.3 without zap-frees-first           violated result    as H3
