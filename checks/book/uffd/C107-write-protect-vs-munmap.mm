claim C107 "UFFDIO_WRITEPROTECT looks up its VMAs under mmap_lock: it leaves no marker where nothing is mapped."
  source mm/userfaultfd.c, mwriteprotect_range()

init { f = file(1); mmap(0, 1, PROT_READ|PROT_WRITE, MAP_SHARED, f); uffd_register_wp(0, 1); }
P0 { uffd_wp(0, 1); }
P1 { munmap(0, 1); }

expect 7.3                                  holds
