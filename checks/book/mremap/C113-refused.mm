claim C113 "mremap() that is refused because its source is not in one VMA has changed nothing."
  source mm/mremap.c, check_prep_vma()

init {
  mmap(0, 1, PROT_READ);
  mmap(4, 2, PROT_READ|PROT_WRITE);
  write(5, 7);                                   # |r|...|ww|
}
P0 { r = mremap(0, 3, 2, MREMAP_MAYMOVE|MREMAP_FIXED, 4); }
forall 0:r = -EFAULT /\ read(5) = 7

expect 6.18..7.3 sc                          holds
expect 6.4, 6.6 sc                           violated read
expect 6.12 sc                               violated read
expect 7.3 without check-remap-early sc      violated read
