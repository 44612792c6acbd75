claim C64 "A guard of a file mapping is there in the child of a fork that comes later, whatever a split does meanwhile."
  source man madvise(2), the child of a fork has the guard regions of its parent, 2ab7f1bbafc9 (6.19)

init {
  f = file(4);
  mmap(0, 4, PROT_READ|PROT_WRITE, MAP_SHARED, f);           # |wwww|
}
P0 { madvise(0, 1, MADV_GUARD_INSTALL); fork(); c = child(read(0)); }
P1 { munmap(2, 1); }
forall 0:c = SIGSEGV
intended race vm_flags

expect 6.18           holds
expect 6.19..7.2 sc, tso   violated guard_without_flag
expect 7.3                violated guard_without_flag
expect 7.3 with lock-before-dup, acquire-after-wait     holds
expect 7.3 with lock-before-dup, acquire-after-wait without exclude-readers   violated guard_without_flag
