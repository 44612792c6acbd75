claim C02 "mmap_lock, the VMA lock or the rmap lock each keep a VMA from being freed and its range as it is."
  source Documentation/mm/process_addrs.rst

init {
  f = file(2);
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  write(1, 3);                                   # |ww|
}
P0 { munmap(0, 2); }
P1 { truncate(f, 1); }

expect 6.4, 6.6 sc, lkmm                     holds
expect 6.12, 6.15 sc, lkmm                   holds
expect 6.18..7.3                             holds
