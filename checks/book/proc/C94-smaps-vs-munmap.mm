claim C94 "A read of smaps that cannot lock a VMA takes it under mmap_lock, where no writer is: it prints what is mapped before a munmap or after it."
  source mm/mmap_lock.c, lock_next_vma_under_mmap_lock()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  mmap(1, 1, PROT_READ);                         # |w|r|
}
P0 { m = all_smaps(); }
P1 { munmap(0, 1); }
forall 0:m = "xx" \/ 0:m = ".x"

expect 6.18..7.3 sc, tso                     holds
