claim C77 "MADV_GUARD_REMOVE clears guard markers and nothing else, and leaves VM_MAYBE_GUARD set."
  source mm/madvise.c, madvise_guard_remove()

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  write(1);
  madvise(0, 1, MADV_GUARD_INSTALL);             # |gw|
}
P0 { madvise(0, 2, MADV_GUARD_REMOVE); }
P1 { w = write(1, 5); }
forall ~guard(0) /\ flag(0, gu) /\ 1:w = 0 /\ read(1) = 5
intended race vm_flags

expect 6.18..7.3                             holds
expect 7.3 without remove-only-markers sc, tso   violated read
