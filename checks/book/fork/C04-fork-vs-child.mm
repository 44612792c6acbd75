claim C04 "The children of an anon_vma are counted under the lock of the family: one comes with a fork, and another goes as its process unmaps."
  source mm/rmap.c, anon_vma_fork(), unlink_anon_vmas()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  write(0, 5);                                   # |w|
  fork();
}
P0 { child(munmap(0, 1)); }
P1 { fork(); }
forall mapped(0)

expect 6.18..7.3                             holds
expect 7.3 without anon-vma-locked sc        violated anon_vma_tree
