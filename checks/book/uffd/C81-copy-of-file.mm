claim C81 "UFFDIO_COPY from a page of a file takes what the page holds at some moment."
  source mm/userfaultfd.c, mfill_copy_folio_locked()

init {
  f = file(1);
  mmap(0, 1, PROT_READ|PROT_WRITE);
  mmap(2, 1, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  write(2, 1);
  write(0, 1);
  madvise(0, 1, MADV_DONTNEED);
  uffd_register(0, 1);
}
P0 { r = uffd_copy(0, 2); }
P1 { write(2, 7); }
forall 0:r = 0 /\ (read(0) = 1 \/ read(0) = 7)

expect 7.3                                  holds
