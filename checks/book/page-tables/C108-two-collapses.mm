claim C108 "A page of a file leaves the page cache or gets another folio under the lock of the folio and that of the cache; who has found it without them looks again when it has its lock and a reference."
  source mm/filemap.c, filemap_get_entry(), mm/truncate.c, mm/migrate.c, mm/khugepaged.c, collapse_file()

init {
  f = file(2);
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  write(1, 5);
}
P0 { collapse(f); }
P1 { collapse(f); }
forall read(1) = 5

expect 6.18..7.3                             holds
