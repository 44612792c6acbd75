claim C44 "MAP_FIXED over a mapping leaves no hole to those who walk the tree under RCU: they find the old VMA or the new one."
  source mm/vma.c, __mmap_region()

init {
  mmap(0, 1, PROT_READ);
  mmap(1, 1, PROT_READ|PROT_WRITE);
  mmap(2, 1, PROT_READ);                         # |r|w|r|.|
}
P0 { m = maps(); }
P1 { mmap(1, 1, 0, MAP_FIXED); }
forall 0:m = "xxx"

expect 6.4, 6.6                              holds
expect 6.18..7.3                             holds
expect 7.3 without overwrite-in-one-step     violated maps
