claim C87 "mremap moves a page table only if it is still there: what it has moved is used afterwards."
  source mm/mremap.c, move_normal_pmd()

init { f = file(2); mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED, f); read(0); }
P0 { mremap(0, 2, 2, MREMAP_MAYMOVE|MREMAP_FIXED, 2); r = read(2); }
P1 { collapse(f); }
forall 0:r = 0

expect 7.3 sc                                      holds
