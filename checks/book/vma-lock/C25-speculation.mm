claim C24 "mmap_lock_speculate_try_begin() fails while a writer holds mmap_lock."
  source include/linux/mmap_lock.h, mmap_lock_speculate_try_begin()
claim C25 "What is read between mmap_lock_speculate_try_begin() and mmap_lock_speculate_retry() is from one moment, if the first said yes and the second no."
  source include/linux/mmap_lock.h, kernel/events/uprobes.c, find_active_uprobe_speculative()
claim C20 "vm_lock_seq is no version number: a later store to the VMA may be seen before the store of the number, so readers without a lock go by mm_lock_seq."
  source mm/mmap_lock.c, __vma_start_write()

init {
  f = file(4);
  mmap(0, 4, PROT_READ, MAP_SHARED, f);          # |rrrr|
}
P0 { r = uprobe(2); }
P1 { mprotect(3, 1, 0); }
forall 0:r = 2 \/ 0:r = -1
intended race vm_start, vm_pgoff

expect 6.15 sc, lkmm                         holds
expect 6.18..7.3 sc, tso                     holds
# the writer's stores are plain, and the barriers of the sequence count order marked accesses
expect 6.18..7.3 lkmm                        question holds
expect 7.3 with mark-speculated-fields       holds
expect 7.3 without refuse-odd sc, tso        violated result
expect 7.3 without retry-compares sc, tso    violated result
expect 7.3 without begin-is-acquire with mark-speculated-fields lkmm   violated result
expect 7.3 without retry-is-ordered with mark-speculated-fields lkmm   violated result
expect 7.3 without bump-is-release with mark-speculated-fields lkmm    violated result
# nothing is stored before vma_start_write(), whose wait begins with a full barrier
expect 7.3 without odd-is-ordered with mark-speculated-fields lkmm     question holds
# by interleaving alone vm_lock_seq would do
expect 7.3 with mark-speculated-fields, speculate-by-vm-lock-seq sc, tso   holds
expect 7.3 with mark-speculated-fields, speculate-by-vm-lock-seq lkmm      violated result
