claim C02 "A walk over the VMAs that map a file finds a mapping that is made meanwhile, or does not."
  source mm/vma.c, vma_link_file()

init { f = file(2); mmap(4, 1, PROT_READ); }
P0 { mmap(0, 1, PROT_READ, MAP_SHARED, f); }
P1 { n = rmap_read(f, 0); }
forall 1:n = 0 \/ 1:n = 1

expect 7.3                                  holds
