claim C107 "madvise() puts an address space on the list of KSM under the lock of the list, under which its thread goes through it."
  source mm/ksm.c, __ksm_enter(), scan_get_next_rmap_item()

init { mmap(0, 2, PROT_READ|PROT_WRITE); }
P0 { madvise(0, 2, MADV_MERGEABLE); }
P1 { n = ksm_scan(); }
forall 1:n = 0 \/ 1:n = 1

expect 7.3                                  holds
