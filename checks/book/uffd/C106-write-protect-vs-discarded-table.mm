claim C106 "UFFDIO_WRITEPROTECT looks under the lock of the table whether it is still in use: a marker is not put into one that a discard takes away."
  source mm/mprotect.c, change_pte_range(), mm/memory.c, zap_pte_table_if_empty()

init {
  f = file(2);
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  read(0);
  uffd_register_wp(0, 2);
}
P0 { uffd_wp(0, 1); w = write(0, 5); }
P1 { madvise(0, 2, MADV_DONTNEED); }
forall 0:w = SIGBUS

expect 7.3 sc                                      holds
