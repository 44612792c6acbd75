claim C109 "MADV_GUARD_INSTALL comes to its end: what is in its way is zapped, and then the guards are there."
  source mm/madvise.c, madvise_guard_install()

# what userfaultfd has write-protected in a file leaves a marker when it is zapped, and a marker is
# in the way: install zaps, looks again, and starts over for ever
init {
  f = file(2);
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  uffd_register_wp(0, 2);
  uffd_wp(0, 1);
}
P0 { g = madvise(0, 1, MADV_GUARD_INSTALL); }
forall 0:g = 0

expect 6.18..7.3 sc, lkmm                    question violated non_termination
expect 7.3 with install-over-markers         holds
