claim C39 "vma_start_read_locked() under mmap_lock meets no writer, and needs no look at the sequence."
  source include/linux/mmap_lock.h, vma_start_read_locked()
claim C40 "mmap_read_lock(), vma_start_read_locked(), mmap_read_unlock() keep the VMA as it is with no gap between the two locks."
  source mm/mmap_lock.c, lock_next_vma_under_mmap_lock()

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);              # |ww|
}
P0 { r = vma_read_locked(0); }
P1 { munmap(0, 1); }
forall 0:r = "rd wr mr mw me ac" \/ 0:r = -1

expect 6.4, 6.6 sc, lkmm                     holds
expect 6.12 sc, lkmm                         holds
expect 6.15 sc                               holds
expect 6.15 lkmm                             question violated data_race vm_end
expect 6.18..7.3 sc, tso                     holds
expect 6.18..7.3 lkmm                        question violated data_race vm_end
expect 7.3 with acquire-after-wait           holds
expect 7.3 without exclude-readers sc, tso   violated vma_changed
