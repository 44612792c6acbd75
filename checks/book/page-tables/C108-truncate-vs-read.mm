claim C108 "Who has waited for the lock of a folio sees that it has left the page cache."
  source mm/filemap.c, filemap_fault(), mm/truncate.c, truncate_inode_folio()

init { f = file(2); mmap(0, 1, PROT_READ, MAP_SHARED, f, 1); }
P0 { truncate(f, 1); }
P1 { r = read(0); }
forall (1:r = 0 \/ 1:r = SIGBUS) /\ pte(0) = none

expect 7.3                                  holds
