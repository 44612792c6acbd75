claim C04 "The VMAs that have an anon_vma are counted under the lock of the family: a split makes one more while the child of a child looks at the count."
  source mm/rmap.c, anon_vma_clone(), anon_vma_fork()

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  write(0, 5);                                   # |ww|
  fork();
}
P0 { child(fork()); }
P1 { mprotect(0, 1, PROT_READ); }
forall vma(0) = [0, 1) /\ child(read(0) = 5)

expect 6.18..7.3                             holds
expect 7.3 without anon-vma-locked sc        violated anon_vma_tree
