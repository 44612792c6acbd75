claim C02 "mmap_lock, the VMA lock or the rmap lock each keep a VMA from being freed and its range as it is: PAGEMAP_SCAN holds mmap_lock for reading."
  source Documentation/mm/process_addrs.rst, fs/proc/task_mmu.c, do_pagemap_scan()

init {
  f = file(2);
  mmap(0, 1, PROT_READ|PROT_WRITE, MAP_SHARED|MAP_HUGETLB, f);
  write(0, 5);                                   # |w|
}
P0 { pagemap_scan(0, 1); }
P1 { munmap(0, 1); }
forall ~mapped(0)

expect 7.3                                   holds
expect 7.3 without vmas-are-typesafe         holds
