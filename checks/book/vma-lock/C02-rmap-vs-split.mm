claim C02 "mmap_lock, the VMA lock or the rmap lock each keep a VMA from being freed and its range as it is."
  source Documentation/mm/process_addrs.rst
claim C04 "The range of a file's VMA changes under i_mmap_rwsem, and the VMA is out of the interval tree meanwhile: a walk under that lock finds each page's VMA once."
  source Documentation/mm/process_addrs.rst, mm/vma.c, vma_prepare()

init {
  f = file(4);
  mmap(0, 4, PROT_READ|PROT_WRITE, MAP_SHARED, f);    # |wwww|
}
P0 { n = rmap_read(f, 3); }
P1 { munmap(0, 2); }
forall 0:n = 1

expect 6.4, 6.6 sc, lkmm                     holds
expect 6.12, 6.15 sc, lkmm                   holds
expect 6.18..7.3                             holds
expect 7.3 without vma-prepare-locks-file sc, tso   violated vma_changed
