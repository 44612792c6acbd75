claim C90 "MADV_COLLAPSE looks up the VMA of a file under mmap_lock once it has the huge folio: a munmap meanwhile makes it give up."
  source mm/khugepaged.c, try_collapse_pte_mapped_thp()

init {
  f = file(4);
  mmap(0, 4, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  collapse(f);
  read(1);                                       # |wwww|
}
P0 { madvise(0, 2, MADV_COLLAPSE); }
P1 { munmap(0, 1); }
forall ~mapped(0) /\ mapped(1)

expect 6.18..7.3                             holds
expect 7.3 without vmas-are-typesafe sc      holds
