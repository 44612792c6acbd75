race F4 "fork tells KSM of a child before it is complete, and if it never is, KSM finds VMAs of the parent in it"
  reported CVE-2024-50263, 6.8 to 6.11; fixed 985da552a98e (6.12)
  cve CVE-2024-50263
  source kernel/fork.c, mm/mmap.c, dup_mmap(), mm/ksm.c

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  mmap(1, 1, PROT_READ);
  madvise(0, 1, MADV_MERGEABLE);                 # |w|r|
}
P0 { f = nomem(fork(), 2); }
P1 { n = ksm_scan(); }
forall 0:f = -ENOMEM /\ 1:n = 1

expect 6.18..7.3 sc, tso                     holds
expect 7.3 without show-complete-mm sc, tso  violated foreign_vma     as F4
