claim T1 "A VMA that a fork has copied does not go into an unfaulted one that it becomes like."
  source tools/testing/selftests/mm/merge.c, forked_source_vma

init {
  mmap(1, 2, PROT_READ|PROT_WRITE, MAP_NORESERVE);
  write(1);
  become_child();
  write(1);
  write(2);
  mmap(3, 2, PROT_READ|PROT_WRITE|PROT_EXEC, MAP_NORESERVE);# |.|ww|ww|
}
P0 { mprotect(1, 2, PROT_READ|PROT_WRITE|PROT_EXEC); }
forall vma(1) = [1, 3) /\ vma(3) = [3, 5)

expect 6.12..7.3                                      holds
expect 7.3 without fork-child-is-not-merged           violated vma
