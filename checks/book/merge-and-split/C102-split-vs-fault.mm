claim C102 "vma_prepare() takes no VMA lock: whoever changes a range has write-locked every VMA of it before."
  source mm/vma.c, vma_prepare(), __split_vma()

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  write(0, 5);                                   # |ww|
}
P0 { munmap(1, 1); }
P1 { w = write(0, 7); }
forall vma(0) = [0, 1) /\ 1:w = 0 /\ read(0) = 7

expect 6.4, 6.6 sc, lkmm                     holds
expect 6.12, 6.15 sc, lkmm                   holds
expect 6.18..7.3                             holds
expect 7.3 without split-locks-vma           violated vma_assert_write_locked
