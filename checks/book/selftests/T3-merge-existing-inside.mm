claim T3 "Pages inside of a VMA that become like its neighbours are merged with neither."
  source tools/testing/vma/tests/merge.c, merge_existing (no merge)

init {
  mmap(0, 10, PROT_READ|PROT_WRITE, MAP_NORESERVE);
  mprotect(0, 3, PROT_READ);
  mprotect(8, 2, PROT_READ);                              # |rrr|wwwww|rr|
}
P0 { mprotect(4, 3, PROT_READ); }
forall vma(0) = [0, 3) /\ vma(3) = [3, 4) /\ vma(4) = [4, 7) /\ vma(7) = [7, 8) /\ vma(8) = [8, 10)

expect 6.12..7.3                                      holds
