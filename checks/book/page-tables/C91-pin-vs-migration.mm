claim C91 "A page that GUP-fast has pinned does not move: migration goes on only once it has frozen all the references that it knows of."
  source mm/migrate.c, folio_migrate_mapping(), mm/gup.c, gup_fast_pte_range()

init {
  f = file(2);
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  write(1, 5);                                   # |ww|
}
P0 { r = pin_page(1); }
P1 { m = migrate(f, 1); }
forall read(1) = 5 /\ (0:r = -EFAULT \/ 1:m = -EAGAIN \/ 1:m = 0)

expect 6.18..7.3                             holds
expect 7.3 without freeze-references         violated pinned_page
