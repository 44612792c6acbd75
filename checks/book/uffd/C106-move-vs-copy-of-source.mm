claim C106 "UFFDIO_MOVE and UFFDIO_COPY look at an entry without the lock of its table first."
  source mm/userfaultfd.c, move_pages_ptes()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  write(0, 5);
  mmap(2, 1, PROT_READ|PROT_WRITE);
  write(2, 5);
  madvise(2, 1, MADV_DONTNEED);
  uffd_register(2, 1);
}
P0 { r = uffd_move(2, 0); }
P1 { s = uffd_copy(2, 0); }

expect 7.3                                  holds
