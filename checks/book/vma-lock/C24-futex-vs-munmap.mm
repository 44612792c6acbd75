claim C24 "A futex goes by the policy of a VMA without a lock: while somebody unmaps it, it finds the policy from before, or none."
  source kernel/futex/core.c, futex_key_to_node_opt()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  mbind(0, 1, MPOL_BIND);                        # |w|
}
P0 { n = futex_node(0); }
P1 { munmap(0, 1); }
forall 0:n = 1 \/ 0:n = 0

expect 6.18..7.3                             holds
