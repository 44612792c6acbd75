claim C08 "A VMA is write-locked exactly while its vm_lock_seq equals the number of its mm, and mmap_lock is held for writing."
  source Documentation/mm/process_addrs.rst, include/linux/mmap_lock.h, __is_vma_write_locked()

init { mmap(0, 2, PROT_READ|PROT_WRITE); write(0, 4); }    # |ww|
P0 { mlock(0, 2); }
P1 { mprotect(0, 1, PROT_READ); }
forall flag(0, lo) /\ flag(1, lo)

expect 6.4, 6.6 sc, lkmm                     holds
expect 6.12, 6.15 sc, lkmm                   holds
expect 6.18..7.3                             holds
