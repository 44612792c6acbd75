claim C01 "A discard that reaches over two VMAs takes mmap_lock, also where they become one meanwhile."
  source mm/madvise.c, try_vma_read_lock()

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  write(0, 5);
  write(1, 6);
  mprotect(1, 1, PROT_READ);                     # |w|r|
}
P0 { madvise(0, 2, MADV_DONTNEED); }
P1 { mprotect(1, 1, PROT_READ|PROT_WRITE); }
forall read(0) = 0 /\ read(1) = 0 /\ vma(0) = [0, 2)

expect 7.3 sc, tso                               holds
