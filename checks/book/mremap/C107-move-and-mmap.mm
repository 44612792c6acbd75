claim C107 "What mmap_lock protects changes while it is held for writing: a mapping that is moved and one that is made next to its new place are both counted."
  source Documentation/mm/process_addrs.rst, mm/vma.c, copy_vma()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  write(0, 5);                                   # |w|
}
P0 { mremap(0, 1, 1, MREMAP_MAYMOVE|MREMAP_FIXED, 4); }
P1 { mmap(5, 1, PROT_READ|PROT_WRITE); mmap(7, 1, PROT_READ); }
forall mapped(5) /\ mapped(7) /\ read(4) = 5

expect 6.18..7.3                              holds
