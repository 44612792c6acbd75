race D9 "UFFDIO_COPY stops the kernel because a collapse has removed the page table"
  reported 6.6 to 6.10
  fixed 4828d207dc51 (6.11)
  source mm/userfaultfd.c, mfill_establish_pmd()

init {
  f = file(4);
  mmap(0, 4, PROT_READ|PROT_WRITE, 0, f);
  read(1);
  read(2);
  uffd_register(0, 4);                           # |wwww|
}
P0 { r = uffd_copy(0, 2); }
P1 { collapse(f); }
forall (0:r = 0 /\ pte(0) = present) \/ 0:r = -EAGAIN

# before 7.2 an anon_vma is published with a plain store
expect 6.4, 6.6 sc, tso                      holds
expect 6.18..7.1 sc, tso                     holds
expect 6.18..7.1 lkmm                        question violated data_race anon_vma
expect 7.2, 7.3                              holds
expect 7.3 without copy-tolerates-no-table   violated mfill_atomic    as D9
