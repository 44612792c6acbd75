race X2 "a name takes VM_MAYBE_GUARD from a VMA that it merges with another"
  reported 6.18 and later, by this checker
  fixed not yet, a name leaves the flags alone
  source mm/madvise.c, madvise_update_vma(), one thread is enough

init {
  mmap(0, 4, PROT_READ|PROT_WRITE, MAP_SHARED);
  set_anon_vma_name(0, 2, x);
  madvise(0, 1, MADV_GUARD_INSTALL);             # |gw|ww|
}
P0 { set_anon_vma_name(2, 2, x); fork(); c = child(read(0)); }
forall 0:c = SIGSEGV
intended race vm_flags

expect 6.18..7.3                              violated guard_without_flag
expect 6.18..7.3 with name-leaves-flags       holds
