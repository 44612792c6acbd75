claim C81 "Two faults that find no huge page of zeroes get the same one, and both know it for what it is: its frame is stored before its reference count."
  source mm/huge_memory.c, get_huge_zero_folio()

P0 { a = huge_zero_fault(); }
P1 { b = huge_zero_fault(); }
forall 0:a = 1 /\ 1:b = 1

expect 6.18..7.3                             holds
