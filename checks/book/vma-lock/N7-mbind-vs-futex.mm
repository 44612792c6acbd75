race N7 "mbind() frees a policy at once that a futex looks at without a lock"
  reported CVE-2026-23415, since futexes have nodes, in 6.16; fixed 190a8c48ff62, freed by RCU
  cve CVE-2026-23415
  source kernel/futex/core.c, futex_key_to_node_opt(), mm/mempolicy.c, __mpol_put()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  mbind(0, 1, MPOL_BIND);                        # |w|
}
P0 { n = futex_node(0); }
P1 { mbind(0, 1, MPOL_LOCAL); }
forall 0:n = 1 \/ 0:n = 0

expect 6.18..7.3                             holds
expect 7.3 without mpol-put-waits            violated use_after_free mempolicy     as N7
