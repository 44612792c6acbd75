claim C45 "A write fault that begins before a munmap is over ends with the VMA lock held: it leaves no page behind where nothing is mapped."
  source Documentation/mm/process_addrs.rst

init { mmap(0, 2, PROT_READ|PROT_WRITE); }
P0 { w = write(0, 5); }
P1 { munmap(0, 1); }
forall 0:w = 0 \/ 0:w = SIGSEGV

expect 7.3 sc                                holds
