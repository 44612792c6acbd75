claim C49 "VMAs are not merged whose flags differ in more than sticky ones and soft-dirty."
  source mm/vma.c, is_mergeable_vma()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);              # |w.|
}
P0 { mmap(1, 1, PROT_READ); }
forall vma(0) = [0, 1) /\ vma(1) = [1, 2)

expect 6.4, 6.6 sc, lkmm                     holds
expect 6.12, 6.15 sc, lkmm                   holds
expect 6.18..7.3                             holds
expect 7.3 without merge-compares-flags      violated vma
