claim T1 "A new mapping does not extend a VMA that a fork has copied, though every page is the child's own by now."
  source tools/testing/selftests/mm/merge.c, forked_target_vma

init {
  mmap(1, 2, PROT_READ|PROT_WRITE);
  write(1);
  become_child();
  write(1);
  write(2);                                               # |.|ww|
}
P0 { mmap(3, 2, PROT_READ|PROT_WRITE); }
forall vma(1) = [1, 3) /\ vma(3) = [3, 5)

expect 6.12..7.3                                      holds
expect 7.3 without fork-child-is-not-merged           violated vma
