claim C05 "mmap_lock held for writing does not keep page faults out of a VMA that is not write-locked as well."
  source Documentation/mm/process_addrs.rst

init {
  mmap(4, 2, PROT_READ|PROT_WRITE);
  write(5, 3);                                   # ....|ww|
}
P0 { mremap(4, 1, 1, MREMAP_MAYMOVE|MREMAP_FIXED, 1); }
P1 { w = write(4, 6); }
forall 1:w = SIGSEGV \/ read(1) = 6

expect 6.4, 6.6 sc                           holds
expect 6.12, 6.15 sc                         holds
expect 6.18..7.3                             holds
