claim C106 "An anonymous page that migrates is read as it was."
  source mm/rmap.c, try_to_migrate_one(), mm/migrate.c, remove_migration_pte()

init { mmap(0, 1, PROT_READ|PROT_WRITE); write(0, 7); }
P0 { r = read(0); }
P1 { migrate_anon(0); }
forall 0:r = 7 /\ read(0) = 7

expect 7.3                                       holds
