claim C84 "A new page table is filled before it can be reached: who walks without a lock sees empty entries, or what was put in."
  source mm/memory.c, pmd_install()

# Other pages leave out that a table is cleared when it is allocated, and the kernels here do not.
init {
  mmap(0, 4, PROT_READ|PROT_WRITE);
  write(3);                                      # |wwww|
}
P0 { write(0, 5); }
P1 { r = read(1); }
forall 1:r = 0 /\ read(0) = 5

expect 7.3                                           holds
expect 6.18..7.3 with clear-new-tables sc, tso       holds
expect 7.3 with clear-new-tables lkmm                holds
expect 7.3 with clear-new-tables without pmd-install-orders sc, tso   holds
expect 7.3 with clear-new-tables without pmd-install-orders lkmm      violated result
