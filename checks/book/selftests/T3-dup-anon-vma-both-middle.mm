claim T3 "Of three that become one the middle is faulted: the first has its anon_vma."
  source tools/testing/vma/tests/merge.c, dup_anon_vma (both, middle)

init {
  mmap(0, 8, PROT_READ|PROT_WRITE, MAP_NORESERVE);
  mprotect(0, 3, PROT_READ);
  mprotect(5, 3, PROT_READ);                              # |rrr|ww|rrr|
  write(3, 5);
}
P0 { mprotect(3, 2, PROT_READ); }
forall vma(0) = [0, 8) /\ read(3) = 5

expect 6.12, 6.15                                     violated vma
expect 6.18..7.3                                      holds
expect 7.3 without dup-anon-vma                       violated anon_vma_missing
