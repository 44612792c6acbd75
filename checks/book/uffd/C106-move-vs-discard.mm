claim C106 "UFFDIO_MOVE finds the page at its place under both locks, or there is nothing that it could move."
  source mm/userfaultfd.c, move_present_ptes(), mm/memory.c, zap_pte_range()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  mmap(2, 1, PROT_READ|PROT_WRITE);
  write(0, 5);
  uffd_register(2, 1);                           # |w|.|w|.|
}
P0 { r = uffd_move(2, 0); }
P1 { madvise(0, 1, MADV_DONTNEED); }
forall (0:r = 0 /\ read(2) = 5) \/ (~(0:r = 0) /\ pte(2) = none)

expect 7.3                                   holds
