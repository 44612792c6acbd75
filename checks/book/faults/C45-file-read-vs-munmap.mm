claim C45 "A fault on a file that begins before a munmap is over ends with the VMA lock held: it leaves no page behind where nothing is mapped."
  source Documentation/mm/process_addrs.rst

init { f = file(1); mmap(0, 1, PROT_READ|PROT_WRITE, MAP_SHARED, f); }
P0 { w = read(0); }
P1 { munmap(0, 1); }
forall 0:w = 0 \/ 0:w = SIGSEGV

expect 7.3 sc                                holds
