race C8 "a VMA that is about to grow takes over an anon_vma before it is write-locked, a fault uses it, and it is taken away again"
  reported 6.4; fixed d8ab9f7b644a (6.5, back-ported to 6.4.8)
  source mm/vma.c, vma_expand(), dup_anon_vma()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  mmap(2, 1, PROT_READ|PROT_WRITE);
  write(2, 7);                                   # |w|.|w|
}
P0 { m = nomem(mmap(1, 1, PROT_READ|PROT_WRITE, MAP_FIXED)); }
P1 { w = write(0, 5); }
forall 0:m = 1 /\ read(0) = 5 /\ read(2) = 7

expect 6.4 sc, tso                           violated anon_vma_missing     as C8
expect 6.6 sc, tso                           holds
expect 6.18..7.3 sc, tso                     holds
expect 7.3 without lock-before-dup-anon-vma sc, tso   violated anon_vma_missing     as C8
