claim C107 "What mmap_lock protects changes while it is held for writing: mappings that are made at the same time merge as if one had come after the other, and are counted."
  source Documentation/mm/process_addrs.rst

P0 { mmap(0, 1, PROT_READ|PROT_WRITE); }
P1 { mmap(1, 1, PROT_READ|PROT_WRITE); mmap(3, 1, PROT_READ); }
forall vma(0) = [0, 2) /\ vma(3) = [3, 4)

expect 6.18..7.3                              holds
