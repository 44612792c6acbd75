claim C72 "Fork copies the entries of a VMA with VM_MAYBE_GUARD, of a file or anonymous: the child has the guards that its parent has."
  source 5dba5cc2e0ff, ab04b530e7e8 (6.19), mm/memory.c, vma_needs_copy()

init {
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED);
  madvise(0, 1, MADV_GUARD_INSTALL);             # |gw|
}
P0 { fork(); }
P1 { write(1, 5); }
forall guard(0) /\ child(guard(0)) /\ child(flag(0, gu))
intended race vm_flags

expect 6.18..7.3                             holds
expect 7.3 without copy-maybe-guard          violated child_guard_lost
