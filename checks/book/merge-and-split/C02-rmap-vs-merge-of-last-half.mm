claim C02 "Who walks over the mappings of a file sees a VMA that loses its last pages to the one behind it as it was or as it will be."
  source mm/vma.c, commit_merge(), vma_prepare()

init {
  f = file(3);
  mmap(0, 3, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  mprotect(2, 1, PROT_READ);                     # |ww|r|
}
P0 { mprotect(1, 1, PROT_READ); }
P1 { n = rmap_read(f, 0); m = rmap_read(f, 1); }
forall 1:n = 1 /\ 1:m = 1 /\ vma(2) = [1, 3)
intended race vm_end

expect 7.3                                       holds
