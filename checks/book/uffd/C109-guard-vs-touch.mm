claim C109 "MADV_GUARD_INSTALL comes to its end: what is in its way is zapped, and then the guards are there."
  source mm/madvise.c, madvise_guard_install()

# a page that comes while others are write-protected: install begins again
init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  write(1, 5);
  uffd_register_wp(0, 2);
  uffd_wp(1, 1);                                 # |ww|
}
P0 { g = madvise(0, 2, MADV_GUARD_INSTALL); }
P1 { w = write(0); }
forall 0:g = 0 /\ pte(0) = guard /\ pte(1) = guard

expect 7.3 sc                                holds
expect 7.3 without install-again             violated pte
