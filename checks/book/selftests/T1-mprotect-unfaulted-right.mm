claim T1 "A faulted VMA that becomes like the unfaulted one on its right is merged with it."
  source tools/testing/selftests/mm/merge.c, mprotect_unfaulted_right

init {
  mmap(1, 4, PROT_READ|PROT_WRITE, MAP_NORESERVE);        # |.|wwww|
  mprotect(3, 2, PROT_READ);                              # |.|ww|rr|
  write(1);
}
P0 { mprotect(1, 2, PROT_READ); }
forall vma(1) = [1, 5)

expect 6.12, 6.15                                     violated vma
expect 6.18..7.3                                      holds
expect 7.3 without unfaulted-is-merged                violated vma
