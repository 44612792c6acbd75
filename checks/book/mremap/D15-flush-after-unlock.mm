race D15 "mremap releases the page-table locks before it flushes the old address, and the page is freed at the new one"
  reported CVE-2018-18281, up to 4.19
  fixed eb66ae030829 (4.20, back-ported to 4.9 and later)
  source mm/mremap.c, move_ptes()

init {
  f = file(1);
  mmap(0, 1, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  cached(write(0, 5));                           # |w|
}
P0 { mremap(0, 1, 1, MREMAP_MAYMOVE|MREMAP_FIXED, 2); }
P1 { truncate(f, 0); }
P2 { r = cached(read(0)); }
forall 2:r = 5 \/ 2:r = SIGSEGV \/ 2:r = SIGBUS

expect 7.3 with tlb                               holds
expect 7.3 without flush-before-unlock with tlb         violated use_after_free page    as D15
