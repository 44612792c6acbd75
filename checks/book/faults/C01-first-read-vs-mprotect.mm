claim C01 "A page that a fault makes has the protection of its VMA as it is under the lock under which it is made."
  source mm/memory.c, do_anonymous_page(), where the page of zeroes is forbidden

init { mmap(0, 1, PROT_READ|PROT_WRITE); }
P0 { read(0); }
P1 { mprotect(0, 1, PROT_READ); w = write(0, 5); }
forall 1:w = SIGSEGV

expect 7.3 sc, tso                               holds
expect 7.3 with forbid-zero-page sc, tso         holds
