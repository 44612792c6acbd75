race N2 "userfaultfd samples the flags for a merge before the VMA is write-locked, and a guard install sets the bit in between"
  reported 6.19 and later, by analysis alone
  fixed not yet, read middle's flags after vma_start_write()
  source mm/userfaultfd.c, userfaultfd_register_range(), mm/vma.c, vma_merge_existing_range()

init {
  mmap(0, 4, PROT_READ|PROT_WRITE);
  write(3);
  uffd_register(0, 2);                           # |ww|ww|
}
P0 { madvise(2, 1, MADV_GUARD_INSTALL); }
P1 { uffd_register(2, 2); }
forall guard(2)
intended race vm_flags

expect 6.18                                  holds
expect 6.19..7.3                             violated guard_without_flag
expect 7.3 with sample-middle-under-lock sc, tso      holds
expect 7.3 with sample-middle-under-lock, acquire-after-wait   holds
