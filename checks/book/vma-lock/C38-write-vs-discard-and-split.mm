claim C38 "Once a VMA is locked the address is compared with its end each time, as a split may have moved that since the same access last faulted."
  source mm/mmap_lock.c, lock_vma_under_rcu(), mm/vma.c, vma_modify()

init { mmap(0, 2, PROT_READ|PROT_WRITE); write(0); }      # |ww|
P0 { w = write(1, 5); }
P1 { madvise(1, 1, MADV_DONTNEED); mprotect(0, 1, PROT_READ); }
forall 0:w = 0

expect 7.3 sc, tso                               holds
