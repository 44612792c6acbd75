claim C100 "A fault looks at an entry with no lock while userfaultfd puts a marker there, and sees it or comes before it."
  source mm/mprotect.c, change_pte_range(), mm/memory.c, handle_pte_fault()

init {
  f = file(2);
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  read(1);
  uffd_register_wp(0, 2);                        # |ww|
}
P0 { uffd_wp(0, 1); }
P1 { w = write(0, 6); }
forall 1:w = 0 \/ 1:w = SIGBUS

expect 7.3                                   holds
