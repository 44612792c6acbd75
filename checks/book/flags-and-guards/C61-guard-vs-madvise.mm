claim C61 "With guard install under the VMA read lock, madvise() of a flag does not lose VM_MAYBE_GUARD, although it computes the new flags before vma_start_write()."
  source derived from 2ab7f1bbafc9 (6.19) and mm/madvise.c, seen on Linux 7.2.13 and 7.3-rc7
claim C60 "With guard install under mmap_lock for reading, neither the atomic set nor the plain update of madvise() loses a flag."
  source 568822502383 (6.19)

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  write(1);                                    # |ww|
}
P0 { madvise(0, 1, MADV_GUARD_INSTALL); }
P1 { madvise(0, 2, MADV_DONTFORK); }
forall guard(0) /\ flags(0) = "rd wr mr mw me dc gu ac"
intended race vm_flags

expect 6.18           holds
expect 6.19..7.3      violated guard_without_flag
expect 7.3 with lock-before-new-flags, acquire-after-wait     holds
expect 7.3 with lock-before-new-flags, acquire-after-wait without exclude-readers   violated guard_without_flag
