claim C70 "VMAs that differ in sticky flags only are merged, the result has all of them, and the caller's reset keeps them."
  source 64212ba02e66, 9119d6c2095b (6.19)
race A5 "mprotect() overwrites the sticky flags of the neighbour it merged with"
  reported avoided in 6.19, before it for VM_SOFTDIRTY
  fixed 6.19 (9119d6c2095b, back-ported to 6.18.37)
  source v4 of the VM_MAYBE_GUARD series, 18 November 2025

init {
  mmap(0, 4, PROT_READ|PROT_WRITE);
  write(3);
  mprotect(0, 2, PROT_READ);
  madvise(1, 1, MADV_GUARD_INSTALL);           # |rg|ww|
}
P0 { mprotect(2, 2, PROT_READ); }
P1 { s = smaps(0); }
forall flags(0) = "rd mr mw me gu ac" /\ flags(3) = "rd mr mw me gu ac" /\ 1:s = "rd mr mw me gu ac"
intended race vm_flags

expect 6.18..7.1                              holds
expect 7.2, 7.3 sc, tso                       holds
expect 7.2, 7.3 lkmm                          question violated data_race vm_end
expect 7.2, 7.3 with acquire-after-wait       holds
expect 7.3 without return-merged-flags        violated guard_without_flag     as A5
