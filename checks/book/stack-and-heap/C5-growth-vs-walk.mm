race C5 "a stack grows under mmap_lock for reading, and the tree of VMAs changes under those who walk over it"
  reported CVE-2023-3269 (StackRot), 6.1 to 6.4; fixed 8d7071af8907 (6.5, back-ported to 6.4.1)
  cve CVE-2023-3269
  source mm/mmap.c, expand_downwards(), mm/memory.c, lock_mm_and_find_vma()

init {
  mmap(2, 2, PROT_READ|PROT_WRITE, MAP_GROWSDOWN);
  write(2, 7);                                   # |..|ww|
}
P0 { w = write(1, 5); }
P1 { madvise(3, 1, MADV_COLD); }
forall 0:w = 0 /\ vma(3) = [1, 4) /\ read(1) = 5

expect 6.4 with tree-nodes                       violated use_after_free maple_node     as C5
expect 6.6 with tree-nodes                       holds
expect 6.18..7.3 with tree-nodes                 holds
expect 7.3 without grow-under-write-lock, lock-before-expansion with tree-nodes   violated use_after_free maple_node     as C5
