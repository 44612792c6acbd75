claim C95 "lock_next_vma() that finds a gap looks at the tree a second time, without a lock."
  source mm/mmap_lock.c, lock_next_vma()

init { mmap(2, 1, PROT_READ); }
P0 { q = procmap_query(0); }
P1 { mmap(5, 1, PROT_READ|PROT_WRITE); }
forall ~(0:q = "......")

expect 7.3                                  holds
