claim C90 "A guard is not lost when a collapse removes the page table of a huge folio that is mapped page by page."
  source the guard regions' promise that a guard stays until it is removed
race X3 "MADV_COLLAPSE removes a page table into which a guard marker was written after it had cleared the entries"
  reported 6.18 and later, by this checker, and seen on 6.18.44, 6.19.14, 7.1.13, 7.2.13 and 7.3.4
  fixed not yet, hold the PMD lock over both steps, as it is for userfaultfd

init {
  f = file(2);
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  collapse(f);
  madvise(1, 1, MADV_GUARD_INSTALL);             # a page table, so that the folio is mapped page by page
  madvise(1, 1, MADV_GUARD_REMOVE);
  write(0, 5);                                   # |ww|
}
P0 { madvise(0, 2, MADV_COLLAPSE); }
P1 { madvise(1, 1, MADV_GUARD_INSTALL); }
forall guard(1)
# who empties an entry by way of the file looks at vm_flags with no lock of the VMA: for userfaultfd
intended race vm_flags

# neither lock of step 4 makes it look at the entries again, and guard install needs no folio lock
expect 6.18..7.3                             violated guard_lost    as X3
expect 6.18..7.3 with pml-over-both-steps    holds
expect 7.3 without recheck-entries with pml-over-both-steps   violated guard_lost
