claim C45 "A fault looks at the size of the file with the VMA lock held, and holds it until the page is there: none is left behind where nothing is mapped."
  source mm/filemap.c, filemap_fault(), mm/memory.c, do_fault()

init {
  f = file(1);
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED, f);
}
P0 { munmap(0, 1); }
P1 { r = read(1); s = read(0); }
forall 1:r = SIGBUS /\ (1:s = 0 \/ 1:s = SIGSEGV)

expect 7.3 sc                                      holds
