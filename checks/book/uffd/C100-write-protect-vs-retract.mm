claim C100 "A page table is retracted only if its VMA is not registered for write-protection when that is looked at under the locks."
  source mm/khugepaged.c, file_backed_vma_is_retractable()

init {
  f = file(2);
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  read(1);
}
P0 { collapse(f); }
P1 { uffd_register_wp(0, 2); uffd_wp(1, 1); r = write(1, 5); }
forall 1:r = SIGBUS

expect 7.3 sc                                      holds
