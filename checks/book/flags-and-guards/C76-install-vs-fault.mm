claim C76 "MADV_GUARD_INSTALL ends with all of its pages guards: a fault in between may delay it, and is undone."
  source mm/madvise.c, madvise_guard_install()

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  write(0);                                      # |ww|
}
P0 { g = madvise(0, 1, MADV_GUARD_INSTALL); }
P1 { read(0); }
forall 0:g = 0 /\ guard(0)
intended race vm_flags

expect 6.18..7.3                             holds
expect 7.3 without install-again             violated guard_lost
