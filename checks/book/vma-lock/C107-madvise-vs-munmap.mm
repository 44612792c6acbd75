claim C107 "madvise() that changes a VMA looks it up with mmap_lock held for writing."
  source mm/madvise.c, madvise_lock()

init { mmap(0, 1, PROT_READ|PROT_WRITE); mmap(2, 1, PROT_READ|PROT_WRITE); }
P0 { madvise(0, 1, MADV_DONTFORK); }
P1 { munmap(0, 1); }

expect 7.3 sc, tso                          holds
