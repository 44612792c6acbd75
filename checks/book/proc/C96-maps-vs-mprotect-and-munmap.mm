claim C96 "A reader of /proc/PID/maps that cannot lock the next VMA finds and locks it under mmap_lock, or finds none."
  source mm/mmap_lock.c, lock_next_vma_under_mmap_lock()

init { mmap(0, 1, PROT_READ|PROT_WRITE); }
P0 { m = maps(); }
P1 { mprotect(0, 1, PROT_READ); munmap(0, 1); }

expect 7.3 sc                                      holds
