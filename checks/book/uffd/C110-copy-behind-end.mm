claim C110 "UFFDIO_COPY into a shared mapping asks first whether the file reaches so far, and reads its source then."
  source mm/shmem.c, shmem_mfill_folio_alloc()

init {
  f = file(1);
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  mmap(2, 1, PROT_READ|PROT_WRITE);
  write(2, 7);
  uffd_register(0, 2);                           # |ww|w|.|
}
P0 { a = uffd_copy(0, 2); b = uffd_copy(1, 2); c = uffd_copy(1, 3); }
forall 0:a = -EEXIST /\ 0:b = -ENOMEM /\ 0:c = -ENOMEM

expect 7.1..7.3 sc                           holds
expect 7.3 without alloc-for-copy-first sc   violated result
