claim C81 "pte_offset_map_lock() gives a table that is linked and stays so while its lock is held, so two faults of one page make one entry."
  source mm/pgtable-generic.c, pte_offset_map_lock()

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  write(1);                                      # |ww|
}
P0 { write(0, 5); r = read(0); }
P1 { write(0, 7); }
forall (0:r = 5 \/ 0:r = 7) /\ (read(0) = 5 \/ read(0) = 7)

expect 6.18..7.3                             holds
expect 7.3 without take-ptl sc, tso          violated result
