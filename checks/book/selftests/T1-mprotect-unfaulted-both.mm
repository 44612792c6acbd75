claim T1 "A faulted VMA that becomes like the unfaulted ones on both sides is merged with both."
  source tools/testing/selftests/mm/merge.c, mprotect_unfaulted_both

init {
  mmap(2, 6, PROT_READ|PROT_WRITE, MAP_NORESERVE);        # |..|wwwwww|
  mprotect(2, 2, PROT_READ);                              # |..|rr|wwww|
  mprotect(6, 2, PROT_READ);                              # |..|rr|ww|rr|
  write(4);
}
P0 { mprotect(4, 2, PROT_READ); }
forall vma(2) = [2, 8)

expect 6.12, 6.15                                     violated vma
expect 6.18..7.3                                      holds
expect 7.3 without unfaulted-is-merged                violated vma
