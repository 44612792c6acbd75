claim C106 "swapoff goes over the VMAs of a process under mmap_lock, and they stay as they are meanwhile."
  source mm/swapfile.c, unuse_mm()

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  write(1, 6);
  madvise(1, 1, MADV_PAGEOUT);                   # |ww|
}
P0 { swapoff(); }
P1 { mprotect(0, 1, PROT_READ); }
forall read(1) = 6 /\ vma(0) = [0, 1)

expect 7.3                                       holds
