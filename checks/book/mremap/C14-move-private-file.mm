claim C14 "Locks are taken in one order, mmap_lock, the VMA, i_mmap_rwsem, the anon_vma, the page tables: no path comes back to one that it passed."
  source Documentation/mm/process_addrs.rst, mm/mremap.c, take_rmap_locks()

init {
  f = file(2);
  mmap(0, 2, PROT_READ|PROT_WRITE, 0, f);
  write(1, 7);                                   # |ww|
}
P0 { a = mremap(0, 2, 2, MREMAP_MAYMOVE|MREMAP_FIXED, 2); }
P1 { n = rmap_read(f, 1); }
forall 0:a = 2 /\ read(3) = 7 /\ (1:n = 1 \/ 1:n = 2)

expect 6.4, 6.6 sc, lkmm                     holds
expect 6.12, 6.15 sc, lkmm                   holds
expect 6.18..7.3 sc, tso                     holds
expect 7.3 lkmm                              holds
expect 7.3 without file-before-anon-vma      violated lock_order i_mmap_rwsem
