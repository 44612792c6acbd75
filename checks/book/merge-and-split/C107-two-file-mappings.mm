claim C107 "What mmap_lock protects changes while it is held for writing: the second of two mappings of a file finds the first one complete, and becomes one with it."
  source Documentation/mm/process_addrs.rst

init { f = file(2); }
P0 { mmap(0, 1, PROT_READ|PROT_WRITE, MAP_SHARED, f); }
P1 { mmap(1, 1, PROT_READ|PROT_WRITE, MAP_SHARED, f, 1); }
forall vma(0) = [0, 2)

expect 6.18..7.3                              holds
