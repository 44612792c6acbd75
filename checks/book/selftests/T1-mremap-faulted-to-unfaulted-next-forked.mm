claim T1 "One that a fork has copied is not merged with an unfaulted one on its right."
  source tools/testing/selftests/mm/merge.c, mremap_faulted_to_unfaulted_next

# The source stays mapped (MREMAP_DONTUNMAP), and would be left with an anon_vma that the
# destination needs.

init {
  mmap(1, 2, PROT_READ|PROT_WRITE);
  write(1, 5);
  become_child();
  mremap(1, 2, 2, MREMAP_MAYMOVE|MREMAP_FIXED, 10);
  mmap(3, 2, PROT_READ|PROT_WRITE);                       # |...|ww|.....|ww|
}
P0 { mremap(10, 2, 2, MREMAP_MAYMOVE|MREMAP_FIXED|MREMAP_DONTUNMAP, 1); }
forall vma(1) = [1, 3) /\ read(1) = 5

expect 6.12..7.3                                      holds
expect 7.3 without fork-child-is-not-merged           violated vma
