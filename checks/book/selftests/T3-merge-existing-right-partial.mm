claim T3 "The last pages of a VMA go to the next one."
  source tools/testing/vma/tests/merge.c, merge_existing (right, partial)

init {
  mmap(2, 7, PROT_READ|PROT_WRITE, MAP_NORESERVE);
  mprotect(6, 3, PROT_READ);                              # |..|wwww|rrr|
  write(2);
}
P0 { mprotect(3, 3, PROT_READ); }
forall vma(2) = [2, 3) /\ vma(3) = [3, 9)

expect 6.12, 6.15                                     violated vma
expect 6.18..7.3                                      holds
expect 7.3 without unfaulted-is-merged                violated vma
