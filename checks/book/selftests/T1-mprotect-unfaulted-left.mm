claim T1 "A faulted VMA that becomes like the unfaulted one on its left is merged with it."
  source tools/testing/selftests/mm/merge.c, mprotect_unfaulted_left

init {
  mmap(1, 4, PROT_READ|PROT_WRITE, MAP_NORESERVE);        # |.|wwww|
  mprotect(1, 2, PROT_READ);                              # |.|rr|ww|
  write(3);
}
P0 { mprotect(3, 2, PROT_READ); }
forall vma(1) = [1, 5)

expect 6.12, 6.15                                     violated vma
expect 6.18..7.3                                      holds
expect 7.3 without unfaulted-is-merged                violated vma
