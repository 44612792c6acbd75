claim C04 "An anon_vma that has lost its last VMA may be taken over by a grandchild: whether it has is told under the lock of the family."
  source mm/rmap.c, anon_vma_fork(), unlink_anon_vmas()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  write(0, 5);                                   # |w|
  fork();
}
P0 { child(fork()); }
P1 { munmap(0, 1); }
forall ~mapped(0) /\ child(read(0) = 5)

expect 6.18..7.3                             holds
expect 7.3 without anon-vma-locked sc        violated anon_vma_tree
