race K2 "MADV_UNMERGEABLE takes the upper half of vm_flags away"
  reported CVE-2025-40040, 4.6 to 6.17, of VM_UFFD_MINOR; fixed f04aad36a07c (6.18)
  cve CVE-2025-40040
  source mm/ksm.c, ksm_madvise(), one thread is enough

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  madvise(0, 2, MADV_MERGEABLE);
  mseal(0, 2);                                   # |ww|
}
P0 { madvise(0, 2, MADV_UNMERGEABLE); }
forall flag(0, sl)

expect 6.15                                  violated flag_lost     as K2
expect 6.12                                  holds
expect 6.18..7.3                             holds
expect 7.3 without clear-mergeable-only      violated flag_lost     as K2
