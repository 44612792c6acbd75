claim C02 "UFFDIO_MOVE holds the locks of both VMAs until the page is there: a munmap takes it along, or nothing is moved."
  source mm/userfaultfd.c, move_pages()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  mmap(2, 1, PROT_READ|PROT_WRITE);
  write(0, 5);
  uffd_register(2, 1);
}
P0 { r = uffd_move(2, 0); }
P1 { munmap(2, 1); }
forall ~mapped(2)

expect 7.3 sc                                holds
