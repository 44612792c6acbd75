claim C106 "Fork copies all entries of a page table under the lock of the parent's: behind one that it makes read-only there may be one that a migration changes."
  source mm/memory.c, copy_pte_range()

init {
  f = file(2);
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_PRIVATE, f);
  write(0, 5);
  read(1);
}
P0 { fork(); }
P1 { migrate(f, 1); }
forall pte(1) = present

expect 6.18..7.3                             holds
