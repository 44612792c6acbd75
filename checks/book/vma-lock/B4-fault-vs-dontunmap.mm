race B4 "a fault asks for an anon_vma before it locks the VMA, and goes to the neighbours for another one under the lock of its own VMA"
  reported 6.4; fixed 657b5146955e (6.5, back-ported to 6.4.10)
  source mm/memory.c, lock_vma_under_rcu(), vmf_anon_prepare()

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  write(1);
  mmap(2, 1, PROT_READ);                         # |ww|r|
}
P0 { w = write(0, 5); }
P1 { mremap(0, 2, 2, MREMAP_MAYMOVE|MREMAP_FIXED|MREMAP_DONTUNMAP, 4); munmap(2, 1); }
forall 0:w = 0 /\ ~mapped(2)

expect 6.4 sc                                violated use_after_free vma     as B4
expect 6.6, 7.3 sc                           holds
expect 7.3 without vmas-are-typesafe sc      holds
