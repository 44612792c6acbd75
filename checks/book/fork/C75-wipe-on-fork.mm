claim C75 "The child of a fork finds no guard and no page of its parent in a VMA with VM_WIPEONFORK."
  source mm/mmap.c, dup_mmap()

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  write(1, 5);
  madvise(0, 1, MADV_GUARD_INSTALL);
  madvise(0, 2, MADV_WIPEONFORK);                # |gw|
}
P0 { fork(); }
P1 { write(1, 7); }
forall guard(0) /\ child(~guard(0)) /\ child(read(1) = 0) /\ child(read(0) = 0)
intended race vm_flags

expect 6.15 sc, lkmm                         holds
expect 6.18..7.3                             holds
expect 7.3 without wipe-on-fork              violated child_guard_found
