claim C106 "What is filled in between two discards does not outlive the second one."
  source mm/memory.c, zap_pte_range()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  mmap(2, 1, PROT_READ|PROT_WRITE);
  write(0, 5);
  uffd_register(2, 1);                           # |w|.|w|.|
}
P0 { madvise(2, 1, MADV_DONTNEED); a = read(2); madvise(2, 1, MADV_DONTNEED); b = read(2); }
P1 { uffd_copy(2, 0); }
forall ~(0:a = 5) \/ 0:b = SIGBUS

expect 7.3 sc, tso                               holds
