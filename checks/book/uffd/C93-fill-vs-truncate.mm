claim C93 "UFFDIO_COPY into a private mapping of a file looks at the size of the file under the lock of the table: what it fills behind the end is taken away again."
  source mm/userfaultfd.c, mfill_file_over_size()

init {
  f = file(2);
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_PRIVATE, f);
  mmap(4, 1, PROT_READ|PROT_WRITE);
  write(4, 5);
  write(0, 1);
  uffd_register(0, 2);
}
P0 { r = uffd_copy(1, 4); }
P1 { truncate(f, 1); }
forall pte(1) = none

expect 7.3                                  holds
