claim C51 "An unfaulted VMA that grows over a faulted one takes over its anon_vma, so that the reverse maps find the pages."
  source mm/vma.c, dup_anon_vma()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  mmap(2, 1, PROT_READ|PROT_WRITE);
  write(2, 5);                                   # |w|.|w|.|
}
P0 { mmap(1, 1, PROT_READ|PROT_WRITE); }
P1 { r = read(2); }
forall 1:r = 5 /\ vma(0) = [0, 3)

expect 6.4, 6.6 sc, lkmm                     holds
expect 6.12, 6.15 sc, lkmm                   holds
expect 6.18..7.3                             holds
expect 7.3 without dup-anon-vma              violated anon_vma_missing
