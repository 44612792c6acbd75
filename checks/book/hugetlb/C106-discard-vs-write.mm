claim C106 "An entry of a huge page is taken away under the lock of its table, and given write access under it: a private mapping that was inherited has no other lock that both take."
  source mm/hugetlb.c, __unmap_hugepage_range(), hugetlb_fault()

# the pool holds one page, and who finds it empty gets SIGBUS
init {
  f = file(2);
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_HUGETLB, f);
  become_child();
  write(0, 5);
  pagemap_scan(0, 1);                            # |ww|
}
P0 { madvise(0, 1, MADV_DONTNEED); r = write(1, 3); }
P1 { write(0, 7); }
forall 0:r = SIGBUS \/ pte(0) = none

expect 7.3                                   holds
