claim C107 "What mmap_lock protects - the tree, the number of VMAs, the end of the heap, the fields of a VMA - changes while it is held for writing, from the look to the store: two callers leave what one after the other would."
  source Documentation/mm/process_addrs.rst

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  write(0, 1);
  mmap(1, 1, PROT_READ);
  mmap(2, 1, PROT_READ|PROT_WRITE);
  mmap(6, 2, PROT_READ|PROT_WRITE);
}
P0 { mprotect(1, 1, PROT_READ|PROT_WRITE); }
P1 { mprotect(7, 1, PROT_READ); }
forall vma(0) = [0, 3) /\ vma(6) = [6, 7)

expect 6.4, 6.6 sc, lkmm                     holds
expect 6.12, 6.15 sc, lkmm                   holds
expect 6.18..7.3                             holds
