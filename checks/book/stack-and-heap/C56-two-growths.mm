claim C56 "brk stores the end of the heap before mmap_lock is unlocked: the next one goes on from there."
  source mm/mmap.c, SYSCALL_DEFINE1(brk)

init { brk(1); }
P0 { a = brk(2); }
P1 { b = brk(3); }
forall 0:a = 2 /\ 1:b = 3

expect 7.3 sc, tso                          holds
