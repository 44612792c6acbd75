claim C01 "madvise() that finds a VMA registered with userfaultfd gives its lock back and takes mmap_lock; up to there it holds it."
  source mm/madvise.c, try_vma_read_lock()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  write(0, 5);
}
P0 { madvise(0, 1, MADV_GUARD_INSTALL); }
P1 { uffd_register(0, 1); uffd_unregister(0,1); munmap(0, 1); }

expect 7.3 sc                                      holds
