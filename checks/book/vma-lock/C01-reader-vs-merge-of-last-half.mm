claim C01 "A VMA that loses its last pages to the one behind it does so while it is write-locked."
  source mm/vma.c, vma_merge_existing_range(), commit_merge()

init {
  mmap(0, 4, PROT_READ|PROT_WRITE);
  mprotect(3, 1, PROT_READ);                     # |www|r|
}
P0 { mprotect(2, 1, PROT_READ); }
P1 { r = vma_read(1); }
forall vma(3) = [2, 4) /\ (1:r = "rd wr mr mw me ac" \/ 1:r = -1)

expect 7.3 sc, tso                               holds
