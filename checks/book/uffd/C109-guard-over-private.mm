claim C109 "MADV_GUARD_INSTALL comes to its end: what is in its way is zapped, and then the guards are there."
  source mm/madvise.c, madvise_guard_install()

# a private mapping of a file keeps markers as well, also for a page that was written
init {
  f = file(2);
  mmap(0, 2, PROT_READ|PROT_WRITE, 0, f);
  write(0, 5);
  uffd_register_wp(0, 2);
  uffd_wp(0, 1);
}
P0 { g = madvise(0, 1, MADV_GUARD_INSTALL); }
forall 0:g = 0

expect 7.3 sc                                question violated non_termination
expect 7.3 with install-over-markers         holds
