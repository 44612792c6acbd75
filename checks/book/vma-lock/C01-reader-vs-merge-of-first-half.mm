claim C01 "A VMA that loses its first pages to the one before it does so while it is write-locked."
  source mm/vma.c, vma_merge_existing_range(), commit_merge()

init {
  mmap(0, 4, PROT_READ|PROT_WRITE);
  mprotect(0, 1, PROT_READ);                     # |r|www|
}
P0 { mprotect(1, 1, PROT_READ); }
P1 { r = vma_read(2); }
forall vma(0) = [0, 2) /\ (1:r = "rd wr mr mw me ac" \/ 1:r = -1)

expect 7.3 sc, tso                               holds
