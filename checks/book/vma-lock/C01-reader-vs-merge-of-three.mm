claim C01 "While a thread holds the VMA read lock no field of the VMA changes, but for VM_MAYBE_GUARD being set and an anon_vma appearing."
  source Documentation/mm/process_addrs.rst

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  write(0, 1);
  mmap(2, 2, PROT_READ);
  mmap(4, 2, PROT_READ|PROT_WRITE);              # |ww|rr|ww|
}
P0 { mprotect(2, 2, PROT_READ|PROT_WRITE); }
P1 { vma_read(3); vma_read(4); }
forall vma(0) = [0, 6)

expect 6.4, 6.6 sc                           holds
# the number that unlocks all VMAs has no order yet (B1)
expect 6.4 lkmm                              question violated data_race vm_flags
expect 6.6 lkmm                              holds
expect 6.12, 6.15 sc, lkmm                   holds
expect 6.18..7.3                             holds
