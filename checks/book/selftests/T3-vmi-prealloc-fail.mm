claim T3 "A merge for which there is no memory does not happen, and what was there is as it was."
  source tools/testing/vma/tests/merge.c, vmi_prealloc_fail

# mmap() then makes a VMA of its own.

init {
  mmap(0, 3, PROT_READ|PROT_WRITE);
  mmap(5, 2, PROT_READ|PROT_WRITE);                       # |www|..|ww|
  write(5, 5);
}
P0 { r = nomem(mmap(3, 2, PROT_READ|PROT_WRITE)); }
forall vma(0) = [0, 3) /\ vma(5) = [5, 7) /\ read(5) = 5 /\ 0:r = 3

expect 6.12..7.3                                      holds
