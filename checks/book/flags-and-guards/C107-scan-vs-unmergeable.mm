claim C107 "KSM looks at the VMAs of a process under mmap_lock, under which madvise() changes them."
  source mm/ksm.c, scan_get_next_rmap_item()

init { mmap(0, 1, PROT_READ|PROT_WRITE); madvise(0, 1, MADV_MERGEABLE); }
P0 { madvise(0, 1, MADV_UNMERGEABLE); }
P1 { n = ksm_scan(); }
forall 1:n = 0 \/ 1:n = 1

expect 7.3                                  holds
