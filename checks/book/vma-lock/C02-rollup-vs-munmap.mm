claim C02 "mmap_lock, the VMA lock or the rmap lock each keep a VMA from being freed and its range as it is."
  source Documentation/mm/process_addrs.rst

init {
  mmap(0, 4, PROT_READ|PROT_WRITE);
  write(0, 1);
  write(3, 1);                                   # |wwww|
}
P0 { munmap(0, 2); }
P1 { r = smaps_rollup(); }
forall 1:r = 2 \/ 1:r = 1

expect 6.4, 6.6 sc, lkmm                     holds
expect 6.12, 6.15 sc, lkmm                   holds
expect 6.18..7.3                             holds
