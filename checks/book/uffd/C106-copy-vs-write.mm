claim C106 "UFFDIO_COPY looks at the entry under the lock of its table, also while somebody stores to the page that is there."
  source mm/userfaultfd.c, mfill_atomic_install_pte()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  mmap(2, 1, PROT_READ|PROT_WRITE);
  write(2, 5);
  write(0, 1);
  madvise(0, 1, MADV_DONTNEED);
  uffd_register(0, 1);
}
P0 { r = uffd_copy(0, 2); }
P1 { w = write(0, 7); r = read(0); }

expect 7.3                                  holds
