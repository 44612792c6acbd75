race J3 "PROCMAP_QUERY keeps the VMA that it has locked with the open file, and of two that ask at once one unlocks that of the other"
  reported v6 of the series for 6.17, by syzbot, never in a release
  fixed 03d98703f7e1 (6.17), whose context is on the stack
  source fs/proc/task_mmu.c, do_procmap_query()

init {
  mmap(0, 1, PROT_READ);
  mmap(1, 1, PROT_READ|PROT_WRITE);              # |r|w|
}
P0 { a = procmap_query(0); }
P1 { b = procmap_query(1); }
forall 0:a = "x." /\ 1:b = ".x"

expect 6.18..7.3                             holds
expect 7.3 without query-has-its-own-context   violated unlock_not_held vma_lock     as J3
