claim C02 "mmap_lock, the VMA lock or the rmap lock each keep a VMA from being freed and its range as it is."
  source Documentation/mm/process_addrs.rst

init {
  f = file(2);
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  write(1, 3);                                   # |ww|
}
P0 { mprotect(1, 1, PROT_READ); }
P1 { truncate(f, 1); }
forall pte(1) = none
# who empties an entry by way of the file looks at vm_flags with no lock of the VMA: for userfaultfd
intended race vm_flags

expect 6.4, 6.6 sc, lkmm                     holds
expect 6.12, 6.15 sc, lkmm                   holds
expect 6.18..7.3                             holds
