claim C37 "Readers of /proc are counted as users one by one: the address space is there until the process has left it, and they have."
  source include/linux/sched/mm.h, mmget_not_zero(), kernel/fork.c, mmput()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
}
P0 { r = read(0); exit(); }
P1 { proc(smaps(2)); }
P2 { proc(smaps(2)); }
forall 0:r = 0

expect 7.3 sc, tso                                 holds
