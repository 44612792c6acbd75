claim C84 "A page table that a fault makes for huge pages may be found at once by who holds none of the locks of the fault: a private mapping that was inherited has no lock of its own."
  source mm/hugetlb.c, __unmap_hugepage_range()

init {
  f = file(2);
  mmap(0, 1, PROT_READ|PROT_WRITE, MAP_HUGETLB, f);
  become_child();                                # |w|
}
P0 { madvise(0, 1, MADV_DONTNEED); }
P1 { r = write(0, 7); }
forall 1:r = 0 \/ 1:r = SIGBUS

expect 7.3                                   holds
