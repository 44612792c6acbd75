race B5 "a VMA leaves the tree between the look at it and its lock, and a fault makes a page in what is gone"
  reported 6.4, in review; fixed 6.4 (the flag "detached", which came with the lock)
  source mm/memory.c, lock_vma_under_rcu()

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  write(1);                                      # |ww|
}
P0 { w = write(0, 5); }
P1 { munmap(0, 2); }
forall ~mapped(0) /\ (0:w = 0 \/ 0:w = SIGSEGV)

expect 6.4, 6.6, 6.12 sc, tso                          holds
expect 6.12 without test-detached sc, tso         violated use_after_free vma       as B5
