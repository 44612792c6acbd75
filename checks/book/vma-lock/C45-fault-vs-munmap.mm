claim C45 "Once munmap has taken a VMA from the tree and downgraded mmap_lock nobody can lock it, so no fault makes an entry in the range while its page tables go."
  source mm/vma.c, vms_complete_munmap_vmas()
claim C05 "mmap_lock held for writing does not keep page faults out of a VMA that is not write-locked as well."
  source Documentation/mm/process_addrs.rst

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  write(1);                                      # |ww|
}
P0 { w = write(0); }
P1 { munmap(0, 2); }
forall (0:w = 0 \/ 0:w = SIGSEGV) /\ ~mapped(0) /\ pte(0) = none /\ pte(1) = none

expect 6.4, 6.6 sc                           holds
expect 6.12, 6.15 sc                         holds
expect 6.18..7.3                             holds
expect 7.3 without exclude-readers, detach-waits   violated vma_assert_detached
