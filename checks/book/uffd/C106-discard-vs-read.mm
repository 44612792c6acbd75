claim C106 "What is write-protected stays so when its page is discarded: the marker is there before the lock of the table is given back."
  source mm/memory.c, zap_pte_range(), zap_install_uffd_wp_if_needed()

init {
  f = file(1);
  mmap(0, 1, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  write(0, 5);
  uffd_register_wp(0, 1);
  uffd_wp(0, 1);
}
P0 { madvise(0, 1, MADV_DONTNEED); }
P1 { r = read(0); }
forall 1:r = 5

expect 7.3 sc, tso                          holds
