claim T1 "Of three alike the left two share an anon_vma, the right one has none: they are merged."
  source tools/testing/selftests/mm/merge.c, mprotect_faulted_left_unfaulted_right

init {
  mmap(2, 6, PROT_READ|PROT_WRITE, MAP_NORESERVE);        # |..|wwwwww|
  mprotect(6, 2, PROT_READ);                              # |..|wwww|rr|
  write(2);
  mprotect(2, 2, PROT_READ);                              # |..|rr|ww|rr|
}
P0 { mprotect(4, 2, PROT_READ); }
forall vma(2) = [2, 8)

expect 6.12, 6.15                                     violated vma
expect 6.18..7.3                                      holds
expect 7.3 without unfaulted-is-merged                violated vma
