claim T3 "A VMA shrinks where it is."
  source tools/testing/vma/tests/merge.c, simple_shrink

init {
  mmap(0, 3, PROT_READ|PROT_WRITE);                       # |www|
}
P0 { mremap(0, 3, 1, 0); }
forall vma(0) = [0, 1) /\ ~mapped(1) /\ ~mapped(2)

expect 6.12..7.3                                      holds
