claim C51 "Neighbours with different anon_vmas never end in one VMA: what lies between goes to the first."
  source mm/vma.c, can_vma_merge_right()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  mmap(2, 1, PROT_READ|PROT_WRITE);
  write(0);
  write(2);                                      # |w|.|w|.|
}
P0 { mmap(1, 1, PROT_READ|PROT_WRITE); }
forall vma(0) = [0, 2) /\ vma(2) = [2, 3)

expect 6.4, 6.6 sc, lkmm                     holds
expect 6.12, 6.15 sc, lkmm                   holds
expect 6.18..7.3                             holds
expect 7.3 without merge-keeps-anon-vmas-apart   violated vma
