claim C40 "UFFDIO_MOVE that has to take both VMAs under mmap_lock looks them up under it."
  source mm/userfaultfd.c, uffd_move_lock(), find_vmas_mm_locked()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  mmap(2, 1, PROT_READ|PROT_WRITE);
  write(0, 5);
  uffd_register(2, 1);
}
P0 { r = uffd_move(2, 0); }
P1 { mprotect(0, 1, PROT_READ); munmap(2, 1); }

expect 7.3 sc                                      holds
