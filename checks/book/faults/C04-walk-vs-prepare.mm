claim C04 "A VMA joins the anon_vma of its neighbour under its lock held for writing: a walk over the anon_vma's VMAs meets it, or does not."
  source mm/rmap.c, __anon_vma_prepare()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  write(0, 5);
  mprotect(0, 1, PROT_READ);
  mmap(1, 1, PROT_READ|PROT_WRITE);              # |r|w|
}
P0 { n = anon_rmap_read(0); }
P1 { write(1, 7); }
forall read(1) = 7 /\ (0:n = 1 \/ 0:n = 2)

expect 6.18..7.3                             holds
expect 7.3 without anon-vma-locked lkmm      violated data_race rb_root
