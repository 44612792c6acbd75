claim T3 "A VMA that is moved next to one that is like it is merged with it."
  source tools/testing/vma/tests/vma.c, copy_vma (merge)

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  mmap(6, 2, PROT_READ|PROT_WRITE);                       # |ww|....|ww|
}
P0 { mremap(0, 2, 2, MREMAP_MAYMOVE|MREMAP_FIXED, 4); }
forall vma(4) = [4, 8) /\ ~mapped(0)

expect 6.12..7.3                                      holds
