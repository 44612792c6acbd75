claim C106 "A page-table entry is changed under the lock of its table from the look at it to the store, whatever else is held: a walk over the reverse maps takes nothing but that lock."
  source Documentation/mm/process_addrs.rst, mm/mprotect.c, change_pte_range(), mm/mremap.c, move_ptes()

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  write(0, 3);
  madvise(1, 1, MADV_GUARD_INSTALL);
}
P0 { madvise(1, 1, MADV_GUARD_REMOVE); }
P1 { w = write(1, 6); }
forall (1:w = 0 /\ read(1) = 6) \/ (1:w = SIGSEGV /\ read(1) = 0)

expect 6.18..7.3                             holds
