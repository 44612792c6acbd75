claim T1 "An unfaulted VMA that is moved to the right of a faulted one is merged with it."
  source tools/testing/selftests/mm/merge.c, mremap_unfaulted_to_faulted

init {
  mmap(1, 2, PROT_READ|PROT_WRITE);
  mmap(4, 2, PROT_READ|PROT_WRITE);                       # |.|ww|.|ww|
  mremap(4, 2, 2, MREMAP_MAYMOVE|MREMAP_FIXED, 10);       # |.|ww|.......|ww|
  write(1);
}
P0 { mremap(10, 2, 2, MREMAP_MAYMOVE|MREMAP_FIXED, 3); }
forall vma(1) = [1, 5)

expect 6.12..7.3                                      holds
expect 7.3 without unfaulted-is-merged                violated vma
