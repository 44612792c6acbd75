claim C56 "brk and the growth of a stack insert and change VMAs with mmap_lock and the VMA lock held for writing, and with what they found under those locks."
  source mm/vma.c, expand_downwards(), mm/mmap_lock.c, lock_mm_and_find_vma(), 8d7071af8907 (6.5)

init {
  mmap(2, 2, PROT_READ|PROT_WRITE, MAP_GROWSDOWN);
  write(2, 7);                                   # |..|ww|
}
P0 { w = write(1, 5); }
P1 { munmap(2, 2); }
forall (0:w = SIGSEGV /\ ~mapped(1)) \/ (0:w = 0 /\ read(1) = 5 /\ ~mapped(2))

expect 6.4, 6.6 sc, lkmm                     holds
expect 6.12, 6.15 sc, lkmm                   holds
expect 6.18..7.3 sc, tso                     holds
expect 7.3 lkmm                              holds
expect 7.3 without find-vma-again            violated vma_assert_attached
