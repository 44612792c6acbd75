claim C58 "A smaps reader racing a guard install sees VM_MAYBE_GUARD set or clear, and all other flags right."
  source 568822502383 (6.19), review of v2 of the VM_MAYBE_GUARD series

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  write(1);                                    # |ww|
}
P0 { madvise(0, 1, MADV_GUARD_INSTALL); }
P1 { s = smaps(0); }
forall 1:s = "rd wr mr mw me ac" \/ 1:s = "rd wr mr mw me gu ac"
intended race vm_flags

expect 6.18..7.3                              holds
expect 7.3 without flag-in-one-step           violated smaps_flags
