claim C115 "Migration leaves out a stack that exec has not placed yet: while it moves its entries are not where its page offset says, and a migration entry would never be found again."
  source mm/rmap.c, invalid_migration_vma(), mm/vma_exec.c, relocate_vma_down()

init {
  create_init_stack_vma(5);
  write(5, 7);                                   # |.....|w|
}
P0 { setup_arg_pages(2); r = read(2); }
P1 { migrate_anon(5); }
forall 0:r = 7 /\ vma(2) = [2, 3) /\ ~mapped(5)
intended race vm_flags

expect 6.4..7.3 sc                           holds
expect 7.3 without skip-temporary-stack sc   violated deadlock
