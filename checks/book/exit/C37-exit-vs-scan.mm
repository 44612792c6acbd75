claim C37 "KSM holds the mm of a process that ends for as long as it looks at it, and sees that there is no user any more."
  source mm/ksm.c, ksm_test_exit(), include/linux/sched/mm.h, mmgrab()

init { mmap(0, 1, PROT_READ|PROT_WRITE); madvise(0, 1, MADV_MERGEABLE); }
P0 { exit(); }
P1 { n = ksm_scan(); }
forall 1:n = 0 \/ 1:n = 1

expect 7.3                                  holds
