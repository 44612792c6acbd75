claim C89 "A collapse of anonymous memory drops mmap_lock between its steps, and looks the VMA up again under it each time: a munmap in between makes it give up."
  source mm/khugepaged.c, hugepage_vma_revalidate()

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  write(0, 5);                                   # |ww|
}
P0 { madvise(0, 2, MADV_COLLAPSE); }
P1 { munmap(0, 1); }
forall ~mapped(0) /\ mapped(1)

expect 6.18..7.3                             holds
expect 7.3 without vmas-are-typesafe sc      holds
