claim C05 "mmap_lock held for writing does not keep page faults out of a VMA that is not write-locked as well."
  source Documentation/mm/process_addrs.rst

init {
  mmap(4, 1, PROT_READ|PROT_WRITE);
  write(4, 5);                                   # ....|w|
}
P0 { mremap(4, 1, 1, MREMAP_MAYMOVE|MREMAP_FIXED, 1); }
P1 { r = read(1); }
forall read(1) = 5 /\ (1:r = 5 \/ 1:r = SIGSEGV)

expect 6.4, 6.6 sc, lkmm                     holds
expect 6.12, 6.15 sc, lkmm                   holds
expect 6.18..7.3                             holds
