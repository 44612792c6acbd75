claim C01 "UFFDIO_MOVE that locks the VMA of the page holds that of the destination meanwhile, and unlocks it if it cannot get both."
  source mm/userfaultfd.c, uffd_move_lock()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  mmap(2, 1, PROT_READ|PROT_WRITE);
  write(0, 5);
  write(2, 5);
  madvise(2, 1, MADV_DONTNEED);
  uffd_register(2, 1);
}
P0 { r = uffd_move(2, 0); }
P1 { madvise(0, 1, MADV_DONTFORK); munmap(2, 1); }

expect 7.3 sc                                      holds
