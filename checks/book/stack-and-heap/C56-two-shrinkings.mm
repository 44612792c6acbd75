claim C56 "brk that makes the heap smaller stores where it ends before mmap_lock is unlocked."
  source mm/mmap.c, SYSCALL_DEFINE1(brk)

init { brk(3); }
P0 { a = brk(1); }
P1 { b = brk(2); }
forall 0:a = 1 /\ 1:b = 2

expect 7.3 sc, tso                          holds
