claim T3 "A VMA that becomes like both neighbours makes one of the three."
  source tools/testing/vma/tests/merge.c, merge_existing (both)

init {
  mmap(0, 9, PROT_READ|PROT_WRITE, MAP_NORESERVE);
  mprotect(0, 3, PROT_READ);
  mprotect(7, 2, PROT_READ);                              # |rrr|wwww|rr|
  write(3);
}
P0 { mprotect(3, 4, PROT_READ); }
forall vma(0) = [0, 9)

expect 6.12, 6.15                                     violated vma
expect 6.18..7.3                                      holds
expect 7.3 without unfaulted-is-merged                violated vma
