claim C106 "A page-table entry is changed under the lock of its table from the look at it to the store, whatever else is held: a walk over the reverse maps takes nothing but that lock."
  source Documentation/mm/process_addrs.rst, mm/mprotect.c, change_pte_range(), mm/mremap.c, move_ptes()

init {
  f = file(2);
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  write(1, 5);                                   # |ww|
}
P0 { mprotect(0, 2, PROT_READ); }
P1 { truncate(f, 1); }
forall pte(1) = none
# who empties an entry by way of the file looks at vm_flags with no lock of the VMA: for userfaultfd
intended race vm_flags

expect 6.18..7.3                             holds
expect 7.3 without take-ptl                  violated stale_pte
