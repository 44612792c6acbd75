claim C106 "An anonymous page that migrates has the protection afterwards that mprotect() gives it meanwhile."
  source mm/mprotect.c, change_pte_range(), mm/migrate.c, remove_migration_pte()

init { mmap(0, 1, PROT_READ|PROT_WRITE); write(0, 7); }
P0 { mprotect(0, 1, PROT_READ); w = write(0, 8); }
P1 { migrate_anon(0); }
forall 0:w = SIGSEGV /\ read(0) = 7
intended race vm_flags

expect 7.3                                       holds
