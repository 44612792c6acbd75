claim T3 "A VMA that takes the first pages of a faulted one has its anon_vma, and so has what is left."
  source tools/testing/vma/tests/merge.c, dup_anon_vma (left, partial)

init {
  mmap(0, 8, PROT_READ|PROT_WRITE, MAP_NORESERVE);
  mprotect(0, 3, PROT_READ);                              # |rrr|wwwww|
  write(3, 5);
  write(7, 6);
}
P0 { mprotect(3, 2, PROT_READ); }
forall vma(0) = [0, 5) /\ read(3) = 5 /\ read(7) = 6

expect 6.12, 6.15                                     violated vma
expect 6.18..7.3                                      holds
expect 7.3 without dup-anon-vma                       violated anon_vma_missing
