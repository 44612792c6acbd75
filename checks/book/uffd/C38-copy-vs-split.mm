claim C38 "UFFDIO_COPY that has to lock its VMA once more compares the page with its range each time."
  source mm/userfaultfd.c, uffd_mfill_lock(), mm/mmap_lock.c, lock_vma_under_rcu()

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  write(0);
  mmap(4, 1, PROT_READ);
  uffd_register(0, 2);
}
P0 { r = uffd_copy(1, 4); }
P1 { mprotect(0, 1, PROT_NONE); }
forall ~(0:r = 0) \/ read(1) = 0

expect 7.3 sc                                      holds
