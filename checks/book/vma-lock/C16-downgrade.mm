claim C15 "Who has downgraded mmap_lock keeps writers and other downgraders out, and lets readers in."
  source Documentation/mm/process_addrs.rst
claim C16 "While mmap_lock is downgraded there is no moment at which another writer can take it."
  source Documentation/mm/process_addrs.rst

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  write(0);                                      # |ww|
}
P0 { munmap(0, 2); }
P1 { a = mmap(0, 1, PROT_READ|PROT_WRITE, MAP_FIXED_NOREPLACE); w = write(0, 7); r = read(0); }
forall 1:a = -EEXIST \/ (1:w = 0 /\ 1:r = 7 /\ read(0) = 7)

expect 6.4, 6.6 sc                           holds
expect 6.12 sc                               holds
expect 6.15 sc, lkmm                         holds
expect 6.18..7.3                             holds
expect 7.3 without downgrade-leaves-no-gap   violated condition
