claim C61 "With guard install under the VMA read lock, mprotect() does not lose VM_MAYBE_GUARD, although it computes the new flags before vma_start_write()."
  source derived from 2ab7f1bbafc9 (6.19) and mm/mprotect.c, seen on Linux 7.2.13 and 7.3-rc7
claim C60 "With guard install under mmap_lock for reading, neither the atomic set nor the plain update of mprotect() loses a flag."
  source 568822502383 (6.19)
race A6 "mprotect() stores flags that it computed before it write-locked the VMA"
  reported 6.19 and later, by this checker and seen on 7.2.13 and 7.3-rc7
  fixed not yet, write-lock first, then compute the flags
  source derived from 2ab7f1bbafc9 (6.19) and the order of steps in mm/mprotect.c
race K3 "a plain update of vm_flags that does not keep VMA readers out loses the bit that one of them sets atomically"
  reported never in a release
  fixed 568822502383 (6.19), plain updates exclude those who may set a bit
  source the reason for the list of bits that may be set atomically
claim C103 "Without per-VMA locks a VMA is write-locked exactly while mmap_lock is held for writing."
  source include/linux/mmap_lock.h, vma_assert_write_locked() without CONFIG_PER_VMA_LOCK

init {
  mmap(0, 4, PROT_READ|PROT_WRITE);
  write(3);                                    # |wwww|
}
P0 { madvise(1, 1, MADV_GUARD_INSTALL); }
P1 { mprotect(0, 4, PROT_READ); }
forall guard(1) /\ flags(1) = "rd mr mw me gu ac"
intended race vm_flags

expect 6.18                                   holds
expect 6.19..7.3                              violated guard_without_flag     as A6
expect 7.1..7.3 with lock-before-new-flags sc, tso            holds
expect 7.1..7.3 with lock-before-new-flags lkmm               question violated guard_without_flag
expect 7.3 with lock-before-new-flags, acquire-after-wait     holds
expect 7.3 with lock-before-new-flags, acquire-after-wait without exclude-readers   violated guard_without_flag     as K3
expect 7.2..7.3 with no-per-vma-lock                          holds
expect 7.3 without mprotect-is-writer                         violated mmap_assert_write_locked
expect 7.3 with no-per-vma-lock without mprotect-is-writer    violated guard_without_flag
