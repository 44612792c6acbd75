claim C51 "A moved VMA that was written and merges with an unfaulted neighbour leaves it its anon_vma, so that the reverse maps still find the pages."
  source 61f67c230a5e (6.19, back-ported to 6.18.8), mm/vma.c, vma_expand()
race E2 "mremap moves pages into a VMA that does not hang on their anon_vma"
  reported CVE-2026-23077, 6.16 to 6.18.7; fixed 61f67c230a5e (6.19, back-ported to 6.18.8)

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  write(1, 5);
  mremap(1, 1, 1, MREMAP_MAYMOVE|MREMAP_FIXED, 4);
  munmap(0, 1);
  mmap(0, 1, PROT_READ|PROT_WRITE);              # |w|...|w|
}
P0 { mremap(4, 1, 1, MREMAP_MAYMOVE|MREMAP_FIXED, 1); }
P1 { r = read(1); }
forall vma(0) = [0, 2) /\ read(1) = 5 /\ (1:r = 5 \/ 1:r = SIGSEGV)

expect 6.18..7.3                             holds
expect 7.3 without dup-copied-anon-vma       violated anon_vma_missing    as E2
