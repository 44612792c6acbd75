claim C114 "MADV_COLLAPSE finds its VMA under mmap_lock, and looks it up again each time that it had dropped the lock."
  source mm/khugepaged.c, madvise_collapse(), hugepage_vma_revalidate()

init {
  f = file(2);
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  write(1, 5);
}
P0 { madvise(0, 2, MADV_COLLAPSE); }
P1 { munmap(0, 1); }
forall read(1) = 5 /\ vma(1) = [1, 2)
intended race vm_flags

expect 7.3                                       holds
