claim C85 "UFFDIO_COPY and a fault that find no page table make one, under the PMD lock: neither page is lost."
  source mm/userfaultfd.c, mfill_establish_pmd(), mm/memory.c, pmd_install()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  mmap(1, 1, PROT_READ|PROT_WRITE|PROT_EXEC);
  mmap(2, 1, PROT_READ|PROT_WRITE);
  write(2, 5);
  uffd_register(0, 1);                           # |w|w|w|
}
P0 { r = uffd_copy(0, 2); }
P1 { write(1, 3); }
forall read(1) = 3 /\ 0:r = 0 /\ read(0) = 5

expect 7.3                                   holds
