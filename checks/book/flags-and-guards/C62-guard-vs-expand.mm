claim C62 "A VMA that grows over a new mapping keeps the flag of a guard that is installed in it meanwhile: its flags are looked at once it is write-locked."
  source mm/vma.c, vma_expand()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  write(0, 1);
}
P0 { madvise(0, 1, MADV_GUARD_INSTALL); }
P1 { mmap(1, 1, PROT_READ|PROT_WRITE); }
forall guard(0) /\ flag(0, gu)
intended race vm_flags

expect 7.3 sc, tso                           holds
expect 7.3 with acquire-after-wait           holds
