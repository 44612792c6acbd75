claim T3 "A VMA that grows by the gap to the next one is merged with it."
  source tools/testing/vma/tests/merge.c, merge_extend

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  mmap(4, 2, PROT_READ|PROT_WRITE);                       # |w|...|ww|
}
P0 { mremap(0, 1, 4, 0); }
forall vma(0) = [0, 6)

expect 6.12..7.3                                      holds
