claim C22 "lock_vma_under_rcu() looks at the ends of a VMA again when it has locked it, as they may have moved since it was found."
  source mm/mmap_lock.c, lock_vma_under_rcu()

init { mmap(0, 2, PROT_READ|PROT_WRITE); }
P0 { read(0); r = read(1); }
P1 { munmap(1, 1); }
forall 0:r = 0 \/ 0:r = SIGSEGV

expect 7.3 sc, tso                               holds
# nothing makes the wait for readers an acquire (C65)
expect 7.3 lkmm                                  question violated data_race vm_start
expect 7.3 with acquire-after-wait               holds
