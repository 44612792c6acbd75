claim C58 "A smaps reader racing a split of a VMA with guards sees all of its flags."
  source 568822502383 (6.19), review of v2 of the VM_MAYBE_GUARD series

init {
  mmap(0, 4, PROT_READ|PROT_WRITE);
  write(3);
  madvise(0, 1, MADV_GUARD_INSTALL);           # |gwww|
}
P0 { munmap(2, 1); }
P1 { s = smaps(0); }
forall 1:s = "rd wr mr mw me gu ac"
intended race vm_flags

expect 6.18..7.1                              holds
expect 7.2, 7.3 sc, tso                       holds
expect 7.2, 7.3 lkmm                          question violated data_race vm_end
expect 7.2, 7.3 with acquire-after-wait       holds
expect 7.3 without exclude-readers            violated smaps_flags
