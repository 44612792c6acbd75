race X1 "/proc/PID/smaps, too, prints a range twice when a VMA is merged with the one that it printed before"
  reported 7.2 and later, by this checker, as /proc/PID/maps has it since 6.17
  fixed not yet, print from the end of what was printed last
  source fs/proc/task_mmu.c, proc_get_vma(), which smaps shares with maps from 7.2 on

init {
  mmap(0, 1, PROT_READ);
  mmap(1, 1, PROT_READ|PROT_WRITE);              # |r|w|
}
P0 { m = all_smaps(); }
P1 { mprotect(1, 1, PROT_READ); }
forall 0:m = "xx"

expect 6.18..7.1                             holds
expect 7.2..7.3                              question violated maps_backwards
expect 7.3 without smaps-under-vma-lock      holds
expect 7.3 with print-from-last-end sc, tso  holds
