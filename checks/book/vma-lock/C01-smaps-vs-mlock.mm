claim C01 "While a thread holds the VMA read lock no field of the VMA changes, but for VM_MAYBE_GUARD being set and an anon_vma appearing."
  source Documentation/mm/process_addrs.rst

init { mmap(0, 2, PROT_READ|PROT_WRITE); }       # |ww|
P0 { mlock(0, 2); }
P1 { s = smaps(0); }
forall flag(0, lo)

expect 7.2, 7.3                              holds
