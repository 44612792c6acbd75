claim C97 "smaps_rollup counts what a VMA has grown by while mmap_lock was dropped."
  source fs/proc/task_mmu.c, show_smaps_rollup()

init { mmap(0, 1, PROT_READ|PROT_WRITE); mmap(1, 1, PROT_READ|PROT_WRITE, MAP_FIXED); write(0, 1); write(1, 1); mprotect(1, 1, PROT_READ); }
P0 { n = smaps_rollup(); }
P1 { mprotect(1, 1, PROT_READ|PROT_WRITE); }
forall 0:n = 2

expect 7.3 sc, tso                          holds
