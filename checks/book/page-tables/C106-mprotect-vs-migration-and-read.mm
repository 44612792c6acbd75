claim C106 "Who looks at an entry without the lock of its table finds that of a page that migrates whole, whatever mprotect does to it."
  source mm/mprotect.c, change_pte_range()

init { f = file(1); mmap(0, 1, PROT_READ|PROT_WRITE, MAP_SHARED, f); write(0, 5); }
P0 { mprotect(0, 1, PROT_READ); }
P1 { migrate(f, 0); }
P2 { r = read(0); }
forall 2:r = 5
intended race vm_flags

expect 7.3 sc, lkmm                                holds
