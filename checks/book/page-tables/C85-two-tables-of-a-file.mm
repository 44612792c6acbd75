claim C85 "Of two threads that allocate the same page table one links its own, and the other frees its spare."
  source mm/memory.c, pmd_install()

init {
  f = file(2);
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED, f);     # |ww|
}
P0 { write(0, 3); }
P1 { write(1, 4); }
forall read(0) = 3 /\ read(1) = 4

expect 6.18..7.3                             holds
