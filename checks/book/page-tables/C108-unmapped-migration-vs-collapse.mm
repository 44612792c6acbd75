claim C108 "Who collapses a file looks at the page cache without a lock first, and waits for the folio that migration has locked."
  source mm/khugepaged.c, collapse_file(), mm/migrate.c, folio_migrate_mapping()

init { f = file(2); mmap(0, 1, PROT_READ); }
P0 { migrate(f, 0); }
P1 { collapse(f); }

expect 7.3                                  holds
