race X4 "madvise flushes the translations of what it has discarded only after it has given back the VMA, so a page changes under a seal"
  reported 6.18 and later, by this checker, and seen on 6.18.44, 6.19.14, 7.2.13 and 7.3.4
  fixed not yet, flush before vma_end_read()
  source mm/madvise.c, do_madvise(), madvise_walk_vmas(), madvise_finish_tlb()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  write(0, 7);
  mprotect(0, 1, PROT_READ);                     # |r|
  cached(read(0));
}
P0 { mseal(0, 1); a = cached(read(0)); b = read(0); }
P1 { madvise(0, 1, MADV_DONTNEED); }
forall (0:a = 7 /\ 0:b = 7) \/ (0:a = 0 /\ 0:b = 0)

# madvise under mmap_lock flushes before it unlocks
expect 6.12, 6.15 with tlb sc                                        holds
expect 6.18..7.3 with tlb sc                                         violated result     as X4
expect 6.18..7.3 with tlb, flush-before-vma-unlock sc                holds
