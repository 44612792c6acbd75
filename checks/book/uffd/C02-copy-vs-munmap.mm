claim C02 "UFFDIO_COPY holds the VMA lock until the page is there: a munmap takes it along, or nothing is copied."
  source mm/userfaultfd.c, mfill_atomic()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  mmap(2, 1, PROT_READ|PROT_WRITE);
  write(2, 5);
  uffd_register(0, 1);
}
P0 { r = uffd_copy(0, 2); }
P1 { munmap(0, 1); }
forall ~mapped(0)

expect 7.3 sc                                holds
