claim C106 "UFFDIO_MOVE within one page table takes its lock once, before it looks at the entry again."
  source mm/userfaultfd.c, double_pt_lock(), move_present_ptes()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  mmap(1, 1, PROT_READ|PROT_WRITE);
  write(0, 5);
  uffd_register(1, 1);
}
P0 { r = uffd_move(1, 0); }
P1 { madvise(0, 1, MADV_DONTNEED); }
forall (0:r = 0 /\ read(1) = 5) \/ (~(0:r = 0) /\ pte(1) = none)

expect 7.3 sc, tso                          holds
