race C1 "fork does not write-lock the parent's VMAs, so a page is copied while a processor can still write to the old one"
  reported 6.4.0 to 6.4.2, with corrupted memory
  fixed fb49c455323f (6.5, back-ported to 6.4.3)
  source kernel/fork.c, dup_mmap()

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  cached(write(0, 3));                           # |ww|
}
P0 { fork(); }
P1 { write(0, 5); }
P2 { cached(write(0, 7)); r = cached(read(0)); }
forall 2:r = 7 \/ 2:r = 5

expect 6.4 with tlb                                     violated result    as C1
expect 6.6 with tlb                                     holds
expect 7.3 with tlb                                     holds
expect 7.3 without fork-locks-parent with tlb           violated result    as C1
