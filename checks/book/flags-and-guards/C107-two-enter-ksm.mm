claim C107 "Two processes that put themselves on the list of KSM at the same time are both on it."
  source mm/ksm.c, __ksm_enter()

init { mmap(0, 1, PROT_READ|PROT_WRITE); fork(); }
P0 { madvise(0, 1, MADV_MERGEABLE); m = ksm_scan(); }
P1 { child(madvise(0, 1, MADV_MERGEABLE)); n = ksm_scan(); }
forall 0:m = 2 \/ 1:n = 2

expect 7.3                                       holds
