claim C63 "A merge looks at the sticky flags of the VMA on its left once that is write-locked: a guard that is installed in it meanwhile keeps its flag."
  source mm/vma.c, vma_merge_existing_range()

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  write(0, 1);
  mprotect(1, 1, PROT_READ);
}
P0 { madvise(0, 1, MADV_GUARD_INSTALL); }
P1 { mprotect(1, 1, PROT_READ|PROT_WRITE); }
forall guard(0) /\ flag(0, gu)
intended race vm_flags

expect 7.3 sc, tso                           holds
expect 7.3 with acquire-after-wait           holds
