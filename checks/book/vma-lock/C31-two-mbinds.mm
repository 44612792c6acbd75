claim C31 "Writers of one process run one after another, under mmap_lock: of two mbinds each frees the policy that it finds, and that is another one for each."
  source mm/mempolicy.c, vma_replace_policy()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  mbind(0, 1, MPOL_BIND);                        # |w|
}
P0 { mbind(0, 1, MPOL_INTERLEAVE); }
P1 { mbind(0, 1, MPOL_LOCAL); }
forall mapped(0)

expect 6.18..7.3                             holds
