claim C106 "Who waits for userfaultfd is woken when the VMA is not registered any more, and gets a page."
  source mm/userfaultfd.c, handle_userfault(), userfaultfd_unregister()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  uffd_register_waiting(0, 1);                   # |w|
}
P0 { w = write(0, 5); }
P1 { uffd_unregister(0, 1); }
forall 0:w = 0 /\ read(0) = 5

expect 7.3 sc, tso                               holds
expect 7.3 with acquire-after-wait               holds
