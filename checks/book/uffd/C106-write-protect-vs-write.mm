claim C106 "UFFDIO_WRITEPROTECT takes the entry away in one step: a store comes before it and stays, or after it and is a fault."
  source mm/mprotect.c, change_pte_range()

init { mmap(0, 1, PROT_READ|PROT_WRITE); write(0, 5); uffd_register_wp(0, 1); }
P0 { uffd_wp(0, 1); }
P1 { w = write(0, 6); r = read(0); }
forall (1:w = 0 /\ 1:r = 6) \/ (1:w = SIGBUS /\ 1:r = 5)

expect 7.3                                  holds
