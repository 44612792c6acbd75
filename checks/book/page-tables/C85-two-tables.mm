claim C85 "Of two threads that allocate the same page table one links its own, and the other frees its spare."
  source mm/memory.c, pmd_install()

init {
  mmap(0, 4, PROT_READ|PROT_WRITE);
  write(3);                                      # |wwww|
}
P0 { write(0, 5); r = read(0); }
P1 { write(1, 7); }
forall 0:r = 5 /\ read(0) = 5 /\ read(1) = 7

expect 6.18..7.3                             holds
expect 7.3 without pmd-install-checks sc, tso   violated read
