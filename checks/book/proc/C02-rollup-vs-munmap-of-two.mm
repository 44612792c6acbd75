claim C02 "mmap_lock, the VMA lock or the rmap lock each keep a VMA from being freed and its range as it is: smaps_rollup holds mmap_lock for reading over each VMA."
  source Documentation/mm/process_addrs.rst, fs/proc/task_mmu.c, show_smaps_rollup()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  mmap(1, 1, PROT_READ);                         # |w|r|
}
P0 { n = smaps_rollup(); }
P1 { munmap(0, 2); }
forall 0:n = 0

expect 6.18..7.3                             holds
expect 7.3 without vmas-are-typesafe         holds
