claim C89 "A collapse of anonymous memory loses nothing that is written meanwhile: while it copies, faults are kept out by the VMA lock."
  source mm/khugepaged.c, collapse_huge_page()

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  write(0, 5);                                   # |ww|
}
P0 { c = madvise(0, 2, MADV_COLLAPSE); }
P1 { write(0, 6); write(1, 7); }
forall read(0) = 6 /\ read(1) = 7

expect 6.18..7.3                             holds
expect 7.3 without exclude-readers           violated read
