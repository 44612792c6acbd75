claim C107 "What mmap_lock protects changes while it is held for writing: the heap that is begun and a mapping that is made are both counted."
  source Documentation/mm/process_addrs.rst, mm/vma.c, do_brk_flags()

P0 { brk(1); }
P1 { mmap(3, 1, PROT_READ); }
forall mapped(0) /\ mapped(3)

expect 6.18..7.3                              holds
