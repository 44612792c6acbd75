claim C107 "The VMA that mremap makes is counted before mmap_lock is unlocked."
  source mm/vma.c, copy_vma(), mm/mremap.c, dontunmap_complete()

init { mmap(0, 1, PROT_READ|PROT_WRITE); write(0, 5); mmap(4, 1, PROT_NONE);  }
P0 { mremap(0, 1, 1, MREMAP_MAYMOVE|MREMAP_FIXED|MREMAP_DONTUNMAP, 2); }
P1 { mmap(6, 1, PROT_READ); }

expect 7.3 sc, tso                          holds
