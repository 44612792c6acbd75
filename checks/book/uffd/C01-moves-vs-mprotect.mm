claim C01 "UFFDIO_MOVE that finds no page holds the VMA while it looks, and so does the one that finds one."
  source mm/userfaultfd.c, uffd_move_lock(), move_pages_ptes()

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  mmap(4, 1, PROT_READ|PROT_WRITE);
  write(0, 5);
  write(4, 5);
  madvise(4, 1, MADV_DONTNEED);
  uffd_register(4, 1);
}
P0 { uffd_move(4, 1); r = uffd_move(4, 0); }
P1 { mprotect(0, 2, PROT_READ); s = read(0); }
forall ~(0:r = 0 /\ 1:s = 5)

expect 7.3 sc                                      holds
