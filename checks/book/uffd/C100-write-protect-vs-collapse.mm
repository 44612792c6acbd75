claim C100 "MADV_COLLAPSE leaves the page table of a mapping alone that is registered for write-protection, as what is protected is marked there."
  source mm/khugepaged.c, try_collapse_pte_mapped_thp()

init {
  f = file(2);
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  write(0, 5);
  uffd_register_wp(0, 2);
}
P0 { uffd_wp(0, 1); w = write(0, 6); }
P1 { madvise(0, 2, MADV_COLLAPSE); }
forall 0:w = SIGBUS

expect 7.3 sc                                      holds
