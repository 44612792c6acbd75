claim T1 "An unfaulted VMA that is moved into the gap of a faulted one fills it."
  source tools/testing/selftests/mm/merge.c, mremap_unfaulted_between_correctly_placed_faulted

init {
  mmap(1, 6, PROT_READ|PROT_WRITE);
  write(1);
  munmap(3, 2);                                           # |.|ww|..|ww|
  mmap(9, 2, PROT_READ|PROT_WRITE);                       # |.|ww|..|ww|..|ww|
}
P0 { mremap(9, 2, 2, MREMAP_MAYMOVE|MREMAP_FIXED, 3); }
forall vma(1) = [1, 7)

expect 6.12..7.3                                      holds
expect 7.3 without unfaulted-is-merged                violated vma
