race C7 "mbind() replaces the policy of a VMA that a fault has locked, and frees the one that the fault goes by"
  reported CVE-2023-4611, 6.4; fixed 6c21e066f925 (6.5, back-ported to 6.4.8)
  cve CVE-2023-4611
  source mm/mempolicy.c, queue_pages_range(), vma_replace_policy()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  write(0);
  mbind(0, 1, MPOL_BIND);                        # |w|
}
P0 { n = alloc_policy(0); }
P1 { mbind(0, 1, MPOL_LOCAL); }
forall 0:n = 1 \/ 0:n = 0

expect 6.4                                   violated use_after_free mempolicy     as C7
expect 6.6                                   holds
expect 6.18..7.3                             holds
expect 7.3 without mbind-locks-vmas          violated use_after_free mempolicy     as C7
