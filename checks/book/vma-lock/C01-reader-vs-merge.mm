claim C01 "While a thread holds the VMA read lock no field of the VMA changes, but for VM_MAYBE_GUARD being set and an anon_vma appearing."
  source Documentation/mm/process_addrs.rst

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  write(0, 1);
  mmap(2, 2, PROT_READ);                         # |ww|rr|
}
P0 { mprotect(2, 2, PROT_READ|PROT_WRITE); }
P1 { vma_read(0); }
forall vma(0) = [0, 4)

expect 6.4, 6.6 sc                           holds
# the number that unlocks all VMAs has no order yet (B1)
expect 6.4 lkmm                              question violated vma_changed
expect 6.6 lkmm                              holds
expect 6.12 sc, lkmm                         holds
expect 6.15 sc                               holds
expect 6.15 lkmm                             question violated data_race vm_start
expect 6.18..7.3 sc, tso                     holds
expect 6.18..7.3 lkmm                        question violated data_race vm_start
expect 6.18..7.3 with acquire-after-wait     holds
