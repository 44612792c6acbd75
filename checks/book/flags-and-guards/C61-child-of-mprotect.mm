claim C61 "A guard in shared memory is there in the child of a fork that comes later, whatever mprotect() does meanwhile."
  source man madvise(2), the child of a fork has the guard regions of its parent, 2ab7f1bbafc9 (6.19)

init {
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED);
  write(0, 5);                                 # |ww|
}
P0 { madvise(0, 1, MADV_GUARD_INSTALL); fork(); c = child(read(0)); }
P1 { mprotect(0, 2, PROT_READ); }
forall 0:c = SIGSEGV
intended race vm_flags

expect 6.18           holds
expect 6.19..7.3      violated guard_without_flag
expect 7.3 with lock-before-new-flags, acquire-after-wait     holds
expect 7.3 with lock-before-new-flags, acquire-after-wait without exclude-readers   violated guard_without_flag
