claim C100 "A fault that has to come again under mmap_lock looks again whether the page is registered with userfaultfd."
  source mm/memory.c, vmf_anon_prepare(), mm/userfaultfd.c, userfaultfd_register()

init { mmap(0, 1, PROT_READ|PROT_WRITE); }
P0 { w = write(0, 5); }
P1 { uffd_register(0, 1); r = read(0); }
forall ~(1:r = SIGBUS /\ 0:w = 0)

expect 7.3 sc                                      holds
