claim C107 "What mmap_lock protects - the tree, the number of VMAs, the end of the heap, the fields of a VMA - changes while it is held for writing, from the look to the store: two callers leave what one after the other would."
  source Documentation/mm/process_addrs.rst

init { brk(1); }
P0 { b = brk(2); }
P1 { c = brk(3); }
forall (0:b = 2 /\ 1:c = 3)

expect 6.4, 6.6 sc, lkmm                      holds
expect 6.12, 6.15 sc, lkmm                    holds
expect 6.18..7.3                              holds
expect 7.3 without store-brk-under-lock       violated result
