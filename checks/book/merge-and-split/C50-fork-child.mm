claim C50 "A VMA of a forked child that shares pages with its parent is not merged with an unfaulted one."
  source 879bca0a2c4f (6.16), mm/vma.c, vma_is_fork_child()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  write(0);
  become_child();                                # |w.|
}
P0 { mmap(1, 1, PROT_READ|PROT_WRITE); }
forall vma(0) = [0, 1) /\ vma(1) = [1, 2)

expect 6.4, 6.6 sc, lkmm                     holds
expect 6.12, 6.15 sc, lkmm                   holds
expect 6.18..7.3                             holds
expect 7.3 without fork-child-is-not-merged  violated vma
