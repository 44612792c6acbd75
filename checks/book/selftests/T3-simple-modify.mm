claim T3 "A change of the middle of a VMA leaves three."
  source tools/testing/vma/tests/merge.c, simple_modify

init {
  mmap(0, 3, PROT_READ|PROT_WRITE);                       # |www|
}
P0 { mprotect(1, 1, PROT_READ); }
forall vma(0) = [0, 1) /\ vma(1) = [1, 2) /\ vma(2) = [2, 3)

expect 6.12..7.3                                      holds
