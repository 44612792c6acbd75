claim T3 "An unfaulted VMA that grows over a faulted one has its anon_vma."
  source tools/testing/vma/tests/merge.c, dup_anon_vma (expand)

init {
  mmap(0, 3, PROT_READ|PROT_WRITE);
  mmap(5, 2, PROT_READ|PROT_WRITE);                       # |www|..|ww|
  write(5, 5);
}
P0 { mmap(3, 2, PROT_READ|PROT_WRITE); }
forall vma(0) = [0, 7) /\ read(5) = 5

expect 6.12..7.3                                      holds
expect 7.3 without dup-anon-vma                       violated anon_vma_missing
