claim C107 "mlock() that faults in its pages goes by the VMAs that there are when it has mmap_lock again."
  source mm/gup.c, __mm_populate()

init { mmap(0, 2, PROT_READ|PROT_WRITE); }
P0 { mlock(0, 2); }
P1 { mprotect(0, 1, PROT_READ); munmap(1, 1); }

expect 7.3 sc, tso                          holds
