claim C107 "Who takes back what KSM has done goes through its list under the lock under which a process puts itself there."
  source mm/ksm.c, unmerge_and_remove_all_rmap_items(), __ksm_enter()

init { mmap(0, 1, PROT_READ|PROT_WRITE); }
P0 { madvise(0, 1, MADV_MERGEABLE); }
P1 { ksm_unmerge(); }
forall flag(0, mg)

expect 7.3                                       holds
