claim C106 "A page-table entry is changed under the lock of its table from the look at it to the store, whatever else is held: a walk over the reverse maps takes nothing but that lock."
  source Documentation/mm/process_addrs.rst, mm/mprotect.c, change_pte_range(), mm/mremap.c, move_ptes()

init { f = file(2); mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED, f); }
P0 { write(1, 5); }
P1 { write(1, 6); }
forall read(1) = 5 \/ read(1) = 6

expect 6.18..7.3                             holds
