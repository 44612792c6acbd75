claim C07 "All VMA write locks of an mm end together, when mmap_lock is unlocked or downgraded."
  source Documentation/mm/process_addrs.rst, include/linux/mmap_lock.h, vma_end_write_all()
claim C23 "mm_lock_seq is odd exactly while mmap_lock is held for writing."
  source include/linux/mmap_lock.h, mm_lock_seqcount_begin()
claim C03 "A VMA is write-locked only with mmap_lock held for writing, so not after a downgrade."
  source Documentation/mm/process_addrs.rst, mm/memory.c, free_pgtables()

init {
  mmap(0, 4, PROT_READ|PROT_WRITE);
  write(3);                                      # |wwww|
}
P0 { munmap(2, 2); }
P1 { r = vma_read(0); }
forall vma(0) = [0, 2) /\ (1:r = "rd wr mr mw me ac" \/ 1:r = -1)

expect 6.15 sc                               holds
expect 6.15 lkmm                             question violated data_race vm_start
expect 6.18..7.3 sc, tso                     holds
# nothing makes the wait for readers an acquire (C65)
expect 6.18..7.3 lkmm                        question violated data_race vm_start
expect 7.3 with acquire-after-wait           holds
expect 7.3 without downgrade-ends-write-locks sc, tso   violated mm_lock_seq
expect 7.3 without mm-wr-locked sc, tso      violated mmap_assert_write_locked
