claim C02 "Who walks over the mappings of a file sees a VMA that loses its first pages to the one before it as it was or as it will be."
  source mm/vma.c, commit_merge(), vma_prepare()

init {
  f = file(3);
  mmap(0, 3, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  mprotect(0, 1, PROT_READ);                     # |r|ww|
}
P0 { mprotect(1, 1, PROT_READ); }
P1 { n = rmap_read(f, 1); m = rmap_read(f, 2); }
forall 1:n = 1 /\ 1:m = 1 /\ vma(0) = [0, 2)
intended race vm_end

expect 7.3                                       holds
