race G5 "KSM walks over the VMAs of a process before it asks whether it has ended, and lockdep misses the lock of a tree that is destroyed"
  reported 6.2; fixed 6db504ce55bd (6.3)
  source mm/ksm.c, unmerge_and_remove_all_rmap_items()

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  madvise(0, 2, MADV_MERGEABLE);                 # |ww|
}
P0 { exit(); }
P1 { ksm_unmerge(); }

expect 6.18..7.3                             holds
expect 7.3 without test-exit-before-walk     holds
expect 7.3 without destroy-keeps-flags       holds
expect 7.3 without test-exit-before-walk, destroy-keeps-flags   violated mt_locked     as G5
