claim T3 "Of three that become one the last is faulted: the first has its anon_vma."
  source tools/testing/vma/tests/merge.c, dup_anon_vma (both, next)

init {
  mmap(0, 3, PROT_READ|PROT_WRITE, MAP_NORESERVE);
  mmap(5, 3, PROT_READ|PROT_WRITE, MAP_NORESERVE);
  write(5, 5);
  mmap(3, 2, PROT_READ, MAP_NORESERVE);                   # |www|rr|www|
}
P0 { mprotect(3, 2, PROT_READ|PROT_WRITE); }
forall vma(0) = [0, 8) /\ read(5) = 5

expect 6.12..7.3                                      holds
expect 7.3 without dup-anon-vma                       violated anon_vma_missing
