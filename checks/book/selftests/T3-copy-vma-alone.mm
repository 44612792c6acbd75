claim T3 "A VMA that is moved back and has no neighbour there is a VMA of its own."
  source tools/testing/vma/tests/vma.c, copy_vma (no neighbour)

init {
  mmap(3, 2, PROT_READ|PROT_WRITE);                       # |...|ww|
}
P0 { mremap(3, 2, 2, MREMAP_MAYMOVE|MREMAP_FIXED, 0); }
forall vma(0) = [0, 2) /\ ~mapped(3)

expect 6.12..7.3                                      holds
