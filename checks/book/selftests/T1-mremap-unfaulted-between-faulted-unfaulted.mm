claim T1 "An unfaulted VMA that is moved between a faulted and an unfaulted one makes one of the three."
  source tools/testing/selftests/mm/merge.c, mremap_unfaulted_between_faulted_unfaulted

init {
  mmap(1, 2, PROT_READ|PROT_WRITE);
  mmap(4, 2, PROT_READ|PROT_WRITE);
  mmap(8, 2, PROT_READ|PROT_WRITE);                       # |.|ww|.|ww|..|ww|
  mremap(8, 2, 2, MREMAP_MAYMOVE|MREMAP_FIXED, 14);
  mremap(4, 2, 2, MREMAP_MAYMOVE|MREMAP_FIXED, 11);
  write(1);
  mremap(14, 2, 2, MREMAP_MAYMOVE|MREMAP_FIXED, 5);       # |.|ww|..|ww|....|ww|
}
P0 { mremap(11, 2, 2, MREMAP_MAYMOVE|MREMAP_FIXED, 3); }
forall vma(1) = [1, 7)

expect 6.12..7.3                                      holds
expect 7.3 without unfaulted-is-merged                violated vma
