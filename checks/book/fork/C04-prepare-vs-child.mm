claim C04 "A VMA joins the anon_vma of its neighbour under the lock of the family: the child of a fork may be leaving it at this moment."
  source mm/rmap.c, __anon_vma_prepare(), unlink_anon_vmas()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  write(0, 5);
  mprotect(0, 1, PROT_READ);
  mmap(1, 1, PROT_READ|PROT_WRITE);              # |r|w|
  fork();
}
P0 { child(munmap(0, 1)); }
P1 { write(1, 7); }
forall read(1) = 7 /\ ~child(mapped(0))

expect 6.18..7.3                             holds
expect 7.3 without anon-vma-locked sc        violated anon_vma_tree
