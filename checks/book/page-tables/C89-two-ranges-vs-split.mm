claim C89 "MADV_COLLAPSE of more than one range looks its VMA up for each, under mmap_lock."
  source mm/khugepaged.c, madvise_collapse()

init { mmap(0, 4, PROT_READ|PROT_WRITE); write(2, 5); }
P0 { madvise(0, 4, MADV_COLLAPSE); }
P1 { mprotect(3, 1, PROT_READ); }
forall read(2) = 5

expect 7.3                                  holds
