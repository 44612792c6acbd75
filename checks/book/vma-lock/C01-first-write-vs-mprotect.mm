claim C01 "A fault that has to come again under mmap_lock looks at the flags of its VMA again."
  source mm/memory.c, vmf_anon_prepare(), arch/x86/mm/fault.c, access_error()

init { mmap(0, 1, PROT_READ|PROT_WRITE); }
P0 { w = write(0, 5); }
P1 { mprotect(0, 1, PROT_READ); r = read(0); }
forall 1:r = 5 \/ 0:w = SIGSEGV

expect 7.3 sc, tso                          holds
