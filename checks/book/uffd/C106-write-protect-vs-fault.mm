claim C106 "A fault that has found no entry looks again under the lock of the table: the marker of UFFDIO_WRITEPROTECT that came meanwhile stays."
  source mm/memory.c, finish_fault(), mm/mprotect.c, change_pte_range()

init {
  f = file(1);
  mmap(0, 1, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  uffd_register_wp(0, 1);
}
P0 { uffd_wp(0, 1); w = write(0, 5); }
P1 { r = read(0); }
forall 0:w = SIGBUS /\ 1:r = 0

expect 7.3 sc                                      holds
