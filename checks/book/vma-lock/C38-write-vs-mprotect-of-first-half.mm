claim C38 "Once a VMA is locked the address is compared with its end again, as a split may have moved that since the look-up."
  source mm/mmap_lock.c, lock_vma_under_rcu(), mm/vma.c, vma_modify()

init { mmap(0, 2, PROT_READ); }
P0 { read(0); w = write(1, 5); }
P1 { mprotect(0, 1, PROT_READ|PROT_WRITE); }
forall 0:w = SIGSEGV

expect 7.3 sc, tso                               holds
