claim C04 "A stack that grows changes its range under the lock of its anon_vma: a walk under that lock sees one range."
  source Documentation/mm/process_addrs.rst, mm/vma.c, expand_downwards()

init {
  mmap(2, 1, PROT_READ|PROT_WRITE, MAP_GROWSDOWN);
  write(2, 5);                                   # |..|w|
}
P0 { n = anon_rmap_read(2); }
P1 { write(1, 7); }
forall 0:n = 1 /\ read(1) = 7

expect 6.18..7.3                             holds
