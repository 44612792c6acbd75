claim C109 "MADV_GUARD_INSTALL comes to its end: what is in its way is zapped, and then the guards are there."
  source mm/madvise.c, madvise_guard_install()

# anonymous memory keeps no markers, and a guard stays what it is
init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  write(0, 5);
  uffd_register_wp(0, 2);
}
P0 { g = madvise(0, 1, MADV_GUARD_INSTALL); }
P1 { u = uffd_wp(0, 1); }
forall 0:g = 0 /\ pte(0) = guard /\ 1:u = 0

expect 6.18..7.3 sc                          holds
