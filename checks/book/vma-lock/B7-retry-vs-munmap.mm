race B7 "lock_vma_under_rcu() goes on from the node of the tree that it was in before it dropped RCU"
  reported 6.18-rc, since 0b16f8bed19c, by syzbot; fixed 6.18 (reset the iterator before the retry)
  source mm/mmap_lock.c, lock_vma_under_rcu()

init {
  mmap(0, 1, PROT_READ);                         # |r|
}
P0 { r = vma_read(0); }
P1 { munmap(0, 1); }
forall 0:r = "rd mr mw me" \/ 0:r = -1

expect 6.18..7.3 with tree-nodes                 holds
expect 7.3 without restart-walk with tree-nodes  violated use_after_free maple_node     as B7
