claim C50 "An unfaulted VMA is merged with a faulted one."
  source 879bca0a2c4f (6.16), mm/vma.c, is_mergeable_anon_vma()
claim C51 "After a merge the VMA has an anon_vma if any of its parts had one."
  source mm/vma.c, dup_anon_vma()

init {
  mmap(1, 1, PROT_READ|PROT_WRITE);
  write(1, 5);                                   # |.|w|
}
P0 { mmap(0, 1, PROT_READ|PROT_WRITE); }
P1 { r = read(1); }
forall 1:r = 5 /\ vma(0) = [0, 2)

expect 6.4, 6.6 sc, lkmm                     holds
expect 6.12, 6.15 sc, lkmm                   holds
expect 6.18..7.3                             holds
expect 7.3 without unfaulted-is-merged       violated vma
