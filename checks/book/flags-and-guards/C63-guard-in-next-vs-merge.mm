claim C63 "A merge of three looks at the sticky flags of the VMA that goes away on the right once that is write-locked: a guard that is installed in it meanwhile keeps its flag."
  source mm/vma.c, vma_merge_existing_range()

init {
  mmap(0, 3, PROT_READ|PROT_WRITE);
  write(0, 1);
  mprotect(1, 1, PROT_READ);                     # |w|r|w|.|
}
P0 { madvise(2, 1, MADV_GUARD_INSTALL); }
P1 { mprotect(1, 1, PROT_READ|PROT_WRITE); }
forall guard(2) /\ flag(2, gu)
intended race vm_flags

expect 7.3 sc, tso                           holds
