claim C94 "PROCMAP_QUERY gives the range of a VMA from one moment, before a split or after it."
  source fs/proc/task_mmu.c, do_procmap_query()

init {
  mmap(0, 4, PROT_READ|PROT_WRITE);              # |wwww|
}
P0 { q = procmap_query(3); }
P1 { munmap(0, 2); }
forall 0:q = "xxxx" \/ 0:q = "..xx"

expect 6.18..7.3 sc, tso                     holds
expect 7.3 without exclude-readers sc, tso   violated maps
