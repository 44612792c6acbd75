claim C59 "A guard stays until it is removed, also when its VMA is merged while the page tables of the merged range are retracted."
  source 5dba5cc2e0ff (6.19), cover letter of the VM_MAYBE_GUARD series
race A7 "sticky flags reach the merged VMA after the rmap locks are released"
  reported 6.18.37 and later, by this checker, seen on 6.19.14, 7.1.13, 7.2.13 and 7.3.4 when driven
  fixed not yet, set the sticky flags before the merge is published
  source derived from the order of steps in mm/vma.c and mm/khugepaged.c

init {
  f = file(2);
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  mprotect(0, 1, PROT_READ);
  madvise(1, 1, MADV_GUARD_INSTALL);           # |r|g|
}
P0 { mprotect(1, 1, PROT_READ); }
P1 { collapse(f); }
forall guard(1)
intended race vm_flags

expect 6.18                                                  question violated guard_lost     as A7
expect 6.19..7.3                                             violated guard_lost     as A7
expect 6.18..7.3 with sticky-before-commit                   holds
expect 7.3 with sticky-before-commit without test-maybe-guard   violated guard_lost
