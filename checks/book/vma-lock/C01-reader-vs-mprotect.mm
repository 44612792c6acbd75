claim C01 "While a thread holds the VMA read lock no field of the VMA changes, but for VM_MAYBE_GUARD being set and an anon_vma appearing."
  source Documentation/mm/process_addrs.rst
claim C06 "After vma_start_write() has returned, no reader holds the VMA's read lock or can get it until mmap_lock is unlocked or downgraded."
  source Documentation/mm/process_addrs.rst, mm/mmap_lock.c
claim C08 "A VMA is write-locked exactly while its vm_lock_seq equals the number of its mm, and mmap_lock is held for writing."
  source Documentation/mm/process_addrs.rst, include/linux/mmap_lock.h, __is_vma_write_locked()
claim C11 "An attempt to read-lock a VMA may fail for no reason, and never succeeds on one that is write-locked."
  source include/linux/mmap_lock.h, vma_start_read()
claim C27 "While the flag is set that keeps readers out no reader can raise vm_refcnt."
  source include/linux/mmap_lock.h, __refcount_inc_not_zero_limited_acquire(), mm/mmap_lock.c
claim C26 "VMA write locks end when nothing is left to be written: if vma_end_write_all() is called before, readers see a VMA half written."
  source include/linux/mmap_lock.h, vma_end_write_all()
claim C19 "vm_lock_seq is read and stored as a whole, as a reader looks at it before it has the lock; that look needs no order, and what it says does not count."
  source include/linux/mmap_lock.h, vma_start_read(), mm/mmap_lock.c, __vma_start_write()

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);              # |ww|
}
P0 { r = vma_read(0); }
P1 { mprotect(0, 2, PROT_READ); }
forall 0:r = "rd wr mr mw me ac" \/ 0:r = "rd mr mw me" \/ 0:r = -1

expect 6.15 sc, lkmm                         holds
expect 6.18..7.3                             holds
expect 7.3 without exclude-readers sc, tso   violated vma_changed
expect 7.3 without store-lock-seq sc, tso    violated vma_changed
expect 7.3 without recheck-sequence sc, tso  violated vma_changed
expect 7.3 without readers-are-limited sc, tso   violated vma_changed
expect 7.3 without locks-last-until-unlock sc, tso   violated vma_changed
expect 7.3 with no-early-exit                holds
expect 7.3 without lock-seq-is-marked sc, tso   holds
expect 7.3 without lock-seq-is-marked lkmm   violated data_race vm_lock_seq
