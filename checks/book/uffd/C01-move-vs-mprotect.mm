claim C01 "UFFDIO_MOVE holds the VMA that it moves from until the page is moved: it takes none away from one that is read-only by then."
  source mm/userfaultfd.c, uffd_move_lock(), validate_move_areas()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  mmap(2, 1, PROT_READ|PROT_WRITE);
  write(0, 5);
  write(2, 5);
  madvise(2, 1, MADV_DONTNEED);
  uffd_register(2, 1);
}
P0 { r = uffd_move(2, 0); uffd_move(2, 0); }
P1 { mprotect(0, 1, PROT_READ); s = read(0); madvise(0, 1, MADV_DONTNEED); }
forall ~(0:r = 0 /\ 1:s = 5)

expect 7.3 sc                                      holds
