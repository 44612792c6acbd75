claim C55 "A stack that grows keeps out the faults in it: who holds the VMA lock sees its range as it was or as it is."
  source mm/vma.c, expand_downwards(), mm/mmap_lock.c, lock_mm_and_find_vma()

init {
  mmap(2, 2, PROT_READ|PROT_WRITE, MAP_GROWSDOWN);
  write(2, 7);                                   # |..|ww|
}
P0 { w = write(1, 5); }
P1 { w = write(0, 6); }
forall 0:w = 0 /\ 1:w = 0 /\ vma(2) = [0, 4) /\ read(0) = 6 /\ read(1) = 5

expect 6.4, 6.6 sc                           holds
# a stack grows under mmap_lock held for reading
expect 6.4 lkmm                              question violated data_race vm_start
expect 6.6 lkmm                              holds
expect 6.12, 6.15 sc, lkmm                   holds
expect 6.18..7.3 sc, tso                     holds
expect 7.3 lkmm                              holds
expect 7.3 without recheck-growth sc, tso      violated leaked_pte
