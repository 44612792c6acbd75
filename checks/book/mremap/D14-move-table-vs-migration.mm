race D14 "mremap moves a page table under a walk over the reverse maps, which flushes the address that it had"
  reported CVE-2022-41222, up to 5.13
  fixed 97113eb39fa7 (5.14)
  source mm/mremap.c, move_normal_pmd()

init {
  f = file(2);
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  write(1, 5);                                   # |ww|
}
P0 { mremap(0, 2, 2, MREMAP_MAYMOVE|MREMAP_FIXED, 4); }
P1 { migrate(f, 1); }
P2 { a = cached(read(5)); b = cached(read(5)); }
forall (2:b = 5 \/ 2:b = SIGSEGV) /\ read(5) = 5

expect 7.3 with tlb                                     holds
expect 7.3 without move-table-under-rmap-locks with tlb violated use_after_free page    as D14
