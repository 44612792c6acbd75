claim T1 "mseal() over several VMAs merges those that it makes alike."
  source tools/testing/selftests/mm/merge.c, merge_vmas_with_mseal

init {
  mmap(1, 1, PROT_READ|PROT_WRITE);
  mmap(2, 1, PROT_READ|PROT_WRITE|PROT_EXEC);
  mmap(3, 1, PROT_READ);                                  # |.|w|w|r|
  mseal(2, 1);
  mprotect(1, 1, PROT_READ|PROT_WRITE|PROT_EXEC);         # |.|w|w|r|
}
P0 { mseal(1, 3); }
forall vma(1) = [1, 3) /\ vma(3) = [3, 4)

expect 6.12..7.3                                      holds
