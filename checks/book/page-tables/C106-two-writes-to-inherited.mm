claim C106 "A page-table entry is changed under the lock of its table from the look at it to the store, whatever else is held: a walk over the reverse maps takes nothing but that lock."
  source Documentation/mm/process_addrs.rst, mm/mprotect.c, change_pte_range(), mm/mremap.c, move_ptes()

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  write(1, 3);
  become_child();                                # |ww|
}
P0 { write(1, 5); }
P1 { write(1, 6); r = read(1); }
forall (read(1) = 5 \/ read(1) = 6) /\ (1:r = 5 \/ 1:r = 6)

expect 6.18..7.3                             holds
