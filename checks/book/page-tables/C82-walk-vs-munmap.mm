claim C82 "A PTE table is freed only when everybody is gone who may have got to it under RCU."
  source Documentation/mm/process_addrs.rst, mm/pgtable-generic.c

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  write(0, 5);                                   # |ww|
}
P0 { r = read(0); }
P1 { munmap(0, 2); }
forall 0:r = 5 \/ 0:r = SIGSEGV

expect 6.18..7.3                             holds
expect 7.3 without pte-free-waits            violated use_after_free pte_table
