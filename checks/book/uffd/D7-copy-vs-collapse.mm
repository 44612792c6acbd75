race D7 "UFFDIO_COPY makes a page in a table that MADV_COLLAPSE has emptied and is about to remove"
  reported 6.6-rc, since 1043173eb5eb
  fixed a98460494b16 (6.6)
  source mm/khugepaged.c, try_collapse_pte_mapped_thp()

init {
  f = file(4);
  mmap(0, 4, PROT_READ|PROT_WRITE, 0, f);
  write(3, 7);
  collapse(f);
  read(1);
  uffd_register(0, 4);                           # |wwww|
}
P0 { madvise(0, 2, MADV_COLLAPSE); }
P1 { r = uffd_copy(0, 3); }
forall (1:r = 0 \/ 1:r = -EAGAIN) /\ (1:r = -EAGAIN \/ read(0) = 7)

expect 6.4, 6.6                              holds
expect 6.18..7.3                             holds
expect 7.3 without pml-for-uffd              violated condition    as D7
