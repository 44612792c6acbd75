claim C107 "What mmap_lock protects - the tree, the number of VMAs, the end of the heap, the fields of a VMA - changes while it is held for writing, from the look to the store: two callers leave what one after the other would."
  source Documentation/mm/process_addrs.rst

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  mmap(6, 2, PROT_READ|PROT_WRITE);
}
P0 { mremap(0, 1, 1, MREMAP_MAYMOVE|MREMAP_FIXED, 3); }
P1 { mprotect(7, 1, PROT_READ); }
forall vma(3) = [3, 4) /\ vma(6) = [6, 7)

expect 6.4, 6.6 sc, lkmm                     holds
expect 6.12, 6.15 sc, lkmm                   holds
expect 6.18..7.3                             holds
