claim C61 "With guard install under the VMA read lock, mlock() does not lose VM_MAYBE_GUARD, although it computes the new flags before vma_start_write()."
  source derived from 2ab7f1bbafc9 (6.19) and mm/mlock.c, seen on Linux 7.3-rc7
claim C60 "With guard install under mmap_lock for reading, neither the atomic set nor the plain update of mlock() loses a flag. A guard that comes after the mlock is refused."
  source 568822502383 (6.19)

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  write(1);                                    # |ww|
}
P0 { g = madvise(0, 1, MADV_GUARD_INSTALL); }
P1 { mlock(0, 2); }
forall 0:g = -EINVAL \/ guard(0)
intended race vm_flags

expect 6.18           holds
expect 6.19..7.3      violated guard_without_flag
expect 7.3 with lock-before-new-flags, acquire-after-wait     holds
expect 7.3 with lock-before-new-flags, acquire-after-wait without exclude-readers   violated guard_without_flag
