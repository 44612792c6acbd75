race X1 "/proc/PID/maps prints a range twice when a VMA is merged with the one that it printed before"
  reported 6.17 and later, by this checker, and seen on 6.18.44, 6.19.14, 7.1.13 and 7.3-rc7
  fixed not yet, print from the end of what was printed last
  source fs/proc/task_mmu.c, proc_get_vma(), Documentation/filesystems/proc.rst promises that ranges never overlap

init {
  mmap(0, 1, PROT_READ);
  mmap(1, 1, PROT_READ|PROT_WRITE);              # |r|w|
}
P0 { m = maps(); }
P1 { mprotect(1, 1, PROT_READ); }
forall 0:m = "xx"

expect 6.18..7.3                             violated maps_backwards
expect 7.3 with print-from-last-end sc, tso  holds
expect 7.3 with print-from-last-end, acquire-after-wait   holds
