claim C12 "Who holds a VMA read lock and waits for mmap_lock can deadlock with a writer; the other order cannot."
  source Documentation/mm/process_addrs.rst
claim C13 "mmap_read_trylock() under a VMA read lock cannot deadlock: the fault ends, or is tried again under mmap_lock."
  source mm/memory.c, __vmf_anon_prepare()

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);              # |ww|
}
P0 { w = write(0); }
P1 { mprotect(0, 2, PROT_READ|PROT_WRITE|PROT_EXEC); }
forall 0:w = 0 /\ read(0) = 1

expect 6.4, 6.6 sc                           holds
# the number that unlocks all VMAs has no order yet (B1)
expect 6.4 lkmm                              question violated data_race vm_flags
expect 6.6 lkmm                              holds
expect 6.12, 6.15 sc, lkmm                   holds
expect 6.18..7.3                             holds
expect 7.3 without trylock-under-vma-lock    violated lock_order mmap_lock
