claim T1 "One that a fork has copied is merged with the one that has its anon_vma, and not with the unfaulted one."
  source tools/testing/selftests/mm/merge.c, mremap_faulted_to_unfaulted_prev_faulted_next

init {
  mmap(3, 4, PROT_READ|PROT_WRITE);
  write(3, 5);
  become_child();
  mremap(3, 2, 2, MREMAP_MAYMOVE|MREMAP_FIXED, 10);
  mmap(1, 2, PROT_READ|PROT_WRITE);                       # |.|ww|..|ww|...|ww|
}
P0 { mremap(10, 2, 2, MREMAP_MAYMOVE|MREMAP_FIXED|MREMAP_DONTUNMAP, 3); }
forall vma(1) = [1, 3) /\ vma(3) = [3, 7) /\ read(3) = 5

expect 6.12..7.3                                      holds
expect 7.3 without fork-child-is-not-merged           violated vma
