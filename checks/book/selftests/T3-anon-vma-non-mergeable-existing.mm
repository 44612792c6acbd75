claim T3 "A VMA that becomes like two with different anon_vmas goes to the left one, and the right one stays as it is."
  source tools/testing/vma/tests/merge.c, anon_vma_non_mergeable (existing)

init {
  mmap(0, 3, PROT_READ|PROT_WRITE, MAP_NORESERVE);
  mmap(7, 2, PROT_READ|PROT_WRITE, MAP_NORESERVE);        # |www|....|ww|
  write(0);
  write(7);
  mmap(3, 4, PROT_READ, MAP_NORESERVE);                   # |www|rrrr|ww|
}
P0 { mprotect(3, 4, PROT_READ|PROT_WRITE); }
forall vma(0) = [0, 7) /\ vma(7) = [7, 9)

expect 6.12..7.3                                      holds
expect 7.3 without merge-keeps-anon-vmas-apart        violated vma
