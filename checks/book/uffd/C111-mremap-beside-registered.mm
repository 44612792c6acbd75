claim C111 "What is registered with userfaultfd stays so until it is unregistered, unmapped or moved."
  source mm/userfaultfd.c, mremap_userfaultfd_prep()

# what is moved merges with what is registered as it was itself; that it is registered no more is
# said of all of the VMA, and stores to the neighbour are not asked about any longer
init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  mmap(2, 1, PROT_READ|PROT_WRITE);
  write(0, 5);
  uffd_register_wp(0, 1);
  uffd_register_wp(2, 1);
  uffd_wp(0, 1);
}
P0 { m = mremap(2, 1, 1, MREMAP_MAYMOVE|MREMAP_FIXED, 1); w = write(0); }
forall 0:m = 1 /\ 0:w = SIGBUS

expect 7.3 sc                                holds
expect 6.18..7.2 sc                          violated result
expect 7.3 without move-registered-apart     violated result
