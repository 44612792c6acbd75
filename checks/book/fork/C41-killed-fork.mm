claim C41 "A fatal signal that ends the wait for a VMA's readers leaves the VMA as it was, so that readers come in and a later writer gets it."
  source mm/mmap_lock.c, __vma_start_exclude_readers(), mm/mmap.c, dup_mmap()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  mmap(1, 1, PROT_READ);
  write(0, 5);                                   # |w|r|
}
P0 { r = vma_read(1); s = vma_read(1); }
P1 { f = killed(fork()); }
forall (1:f = 0 \/ 1:f = -ENOMEM) /\ read(0) = 5
    /\ (0:r = "rd mr mw me" \/ 0:r = -1) /\ (0:s = "rd mr mw me" \/ 0:s = -1)

expect 6.18..7.3 sc, tso                             holds
expect 7.3 lkmm                                      holds
expect 7.3 without killed-wait-lets-readers-in sc, tso   violated vm_refcnt
