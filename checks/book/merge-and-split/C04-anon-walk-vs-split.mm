claim C04 "The range of an anonymous VMA that was written changes under the lock of its anon_vma: a walk under that lock misses no page's VMA, and while one is split it may meet both parts."
  source Documentation/mm/process_addrs.rst, mm/vma.c, vma_prepare()
claim C02 "The lock of an anon_vma keeps the VMAs that hang on it from being freed, and their ranges as they are."
  source Documentation/mm/process_addrs.rst

init {
  mmap(0, 4, PROT_READ|PROT_WRITE);
  write(1, 5);                                   # |wwww|
}
P0 { n = anon_rmap_read(1); }
P1 { mprotect(2, 2, PROT_READ); }
forall 0:n = 1 \/ 0:n = 2

expect 6.4, 6.6 sc, lkmm                     holds
expect 6.12, 6.15 sc, lkmm                   holds
expect 6.18..7.3                             holds
expect 7.3 without anon-vma-locked sc, tso   violated vma_changed
