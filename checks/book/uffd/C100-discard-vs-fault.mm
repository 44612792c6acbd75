claim C100 "Who empties an entry that userfaultfd has write-protected leaves its marker there, which a fault that looks with no lock sees."
  source mm/memory.c, zap_install_uffd_wp_if_needed(), handle_pte_fault()

init {
  f = file(2);
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  write(0, 5);
  uffd_register_wp(0, 2);
  uffd_wp(0, 1);                                 # |ww|
}
P0 { madvise(0, 1, MADV_DONTNEED); }
P1 { r = read(0); w = write(0, 6); }
forall 1:r = 5 /\ 1:w = SIGBUS

expect 7.3                                   holds
