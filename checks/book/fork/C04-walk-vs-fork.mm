claim C04 "The child of a fork joins the anon_vma of its parent under its lock held for writing: a walk over the anon_vma's VMAs meets it, or does not."
  source mm/rmap.c, anon_vma_fork()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  write(0, 5);                                   # |w|
}
P0 { n = anon_rmap_read(0); }
P1 { fork(); }
forall 0:n = 1 \/ 0:n = 2

expect 6.18..7.3                             holds
expect 7.3 without anon-vma-locked lkmm      violated vma_changed
