claim C63 "vma_merge_existing_range() may take middle's sticky flags from what was computed before it write-locked middle."
  source derived from 2ab7f1bbafc9 (6.19) and mm/vma.c, seen on Linux 7.3-rc7
race A6-i "a merge takes middle's sticky flags from what was computed before the lock"
  reported 6.19 and later, by this checker and seen on 7.3-rc7
  fixed not yet, write-lock first, then read the flags
  source derived from 2ab7f1bbafc9 (6.19) and the order of steps in mm/vma.c

init {
  mmap(0, 4, PROT_READ|PROT_WRITE);
  write(3);
  mprotect(0, 2, PROT_READ);                   # |rr|ww|
}
P0 { madvise(2, 1, MADV_GUARD_INSTALL); }
P1 { mprotect(2, 2, PROT_READ); }
forall guard(2)
intended race vm_flags

expect 6.18                                   holds
expect 6.19..7.3                              violated guard_without_flag     as A6-i
expect 7.1..7.3 with lock-before-new-flags sc, tso            holds
expect 7.3 with lock-before-new-flags, acquire-after-wait     holds
expect 7.3 with lock-before-new-flags, acquire-after-wait without exclude-readers   violated guard_without_flag
