claim C107 "What mmap_lock protects - the tree, the number of VMAs, the end of the heap, the fields of a VMA - changes while it is held for writing, from the look to the store: two callers leave what one after the other would."
  source Documentation/mm/process_addrs.rst

init { mmap(0, 2, PROT_READ|PROT_WRITE); uffd_register(0, 2); }
P0 { uffd_unregister(0, 2); }
P1 { mprotect(0, 1, PROT_READ); }
forall flags(0) = "rd mr mw me ac" \/ flags(0) = "rd mr mw me"

expect 6.18..7.3                             holds
