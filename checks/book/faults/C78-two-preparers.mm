claim C78 "Of two threads that prepare an anon_vma for one VMA under mmap_lock, one succeeds: the VMA hangs on one anon_vma, and the loser frees its own."
  source mm/rmap.c, __anon_vma_prepare()

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);              # |ww|
}
P0 { write(0); }
P1 { write(1); }
forall read(0) = 1 /\ read(1) = 1

expect 6.4, 6.6 sc                           holds
expect 6.12, 6.15 sc                         holds
expect 6.4, 6.6 lkmm                         question violated data_race anon_vma
expect 6.12, 6.15 lkmm                       question violated data_race anon_vma
expect 6.18..7.3 sc, tso                     holds
expect 6.18..7.3 lkmm                        question violated data_race anon_vma
expect 7.3 without recheck-anon-vma sc, tso  violated anon_vma_chain
