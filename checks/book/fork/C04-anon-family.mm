claim C04 "VMAs join and leave the anon_vmas of a family under its one lock, in whatever process they are."
  source Documentation/mm/process_addrs.rst, mm/rmap.c, anon_vma_fork(), unlink_anon_vmas()

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  write(1, 5);                                   # |ww|
}
P0 { fork(); child(munmap(0, 1)); }
P1 { munmap(0, 2); }
forall ~mapped(1) /\ ~child(mapped(0))

expect 6.4, 6.6 sc, lkmm                     holds
expect 6.12, 6.15 sc, lkmm                   holds
expect 6.18..7.3                             holds
expect 7.3 without anon-vma-locked sc, tso   violated anon_vma_tree
