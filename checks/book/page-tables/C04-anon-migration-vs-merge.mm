claim C04 "Migration finds its entry again when the VMA that it was in has become part of another one of the same anon_vma."
  source mm/migrate.c, remove_migration_ptes(), mm/vma.c, commit_merge()

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  write(0, 5);
  write(1, 7);
  mprotect(1, 1, PROT_READ);                     # |w|r|
}
P0 { mprotect(1, 1, PROT_READ|PROT_WRITE); }
P1 { migrate_anon(1); }
forall read(1) = 7 /\ vma(1) = [0, 2)
intended race vm_flags

expect 7.3 sc, tso                               holds
