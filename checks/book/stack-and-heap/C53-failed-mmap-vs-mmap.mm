claim C53 "A mmap() that fails with the old mapping gone takes it off the number of VMAs before mmap_lock is unlocked."
  source mm/vma.c, vms_abort_munmap_vmas()

init { mmap(0, 1, PROT_READ|PROT_WRITE); }
P0 { a = nomem(mmap(0, 1, PROT_READ, MAP_FIXED), 2); }
P1 { mmap(2, 1, PROT_READ); }

expect 7.3 sc, tso                          holds
