claim C106 "A page-table entry is changed under the lock of its table from the look at it to the store, whatever else is held: a walk over the reverse maps takes nothing but that lock."
  source Documentation/mm/process_addrs.rst, mm/mprotect.c, change_pte_range(), mm/mremap.c, move_ptes()

init {
  f = file(2);
  mmap(0, 1, PROT_READ|PROT_WRITE, MAP_SHARED, f, 1);
  write(0, 5);                                   # |w|
}
P0 { mremap(0, 1, 1, MREMAP_MAYMOVE|MREMAP_FIXED, 3); }
P1 { migrate(f, 1); }
forall read(3) = 5

expect 6.18..7.3                             holds
