claim T3 "A VMA grows where it is."
  source tools/testing/vma/tests/merge.c, simple_expand

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);                       # |w|..|
}
P0 { mremap(0, 1, 3, 0); }
forall vma(0) = [0, 3)

expect 6.12..7.3                                      holds
