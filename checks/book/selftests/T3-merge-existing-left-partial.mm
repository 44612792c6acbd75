claim T3 "The first pages of a VMA go to the previous one."
  source tools/testing/vma/tests/merge.c, merge_existing (left, partial)

init {
  mmap(0, 7, PROT_READ|PROT_WRITE, MAP_NORESERVE);
  mprotect(0, 3, PROT_READ);                              # |rrr|wwww|
  write(6);
}
P0 { mprotect(3, 3, PROT_READ); }
forall vma(0) = [0, 6) /\ vma(6) = [6, 7)

expect 6.12, 6.15                                     violated vma
expect 6.18..7.3                                      holds
expect 7.3 without unfaulted-is-merged                violated vma
