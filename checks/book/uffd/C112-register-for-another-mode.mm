claim C112 "What is write-protected stays so when it is registered once more, for missing pages."
  source mm/userfaultfd.c, userfaultfd_register()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  write(0, 5);
  uffd_register_wp(0, 1);
  uffd_wp(0, 1);
}
P0 { r = uffd_register(0, 1); w = write(0); }
forall 0:r = -EBUSY /\ 0:w = SIGBUS

expect 7.3 sc                                holds
expect 6.18..7.2 sc                          violated result
expect 7.3 without keep-protection-mode      violated result
