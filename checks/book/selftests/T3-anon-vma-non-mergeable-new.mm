claim T3 "A new range between two VMAs with different anon_vmas goes to the left one, and the right one stays as it is."
  source tools/testing/vma/tests/merge.c, anon_vma_non_mergeable (new)

init {
  mmap(0, 3, PROT_READ|PROT_WRITE);
  mmap(7, 2, PROT_READ|PROT_WRITE);                       # |www|....|ww|
  write(0);
  write(7);
}
P0 { mmap(3, 4, PROT_READ|PROT_WRITE); }
forall vma(0) = [0, 7) /\ vma(7) = [7, 9)

expect 6.12..7.3                                      holds
expect 7.3 without merge-keeps-anon-vmas-apart        violated vma
