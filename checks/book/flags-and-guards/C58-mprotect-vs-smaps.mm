claim C58 "A smaps reader racing mprotect() sees the flags from before or from after, never some of each."
  source 568822502383 (6.19), review of v2 of the VM_MAYBE_GUARD series

init {
  mmap(0, 4, PROT_READ|PROT_WRITE);
  write(3);                                    # |wwww|
}
P0 { mprotect(0, 4, PROT_NONE); }
P1 { s = smaps(1); }
forall 1:s = "rd wr mr mw me ac" \/ 1:s = "mr mw me ac"
intended race vm_flags

expect 6.18..7.3                              holds
expect 7.3 without exclude-readers            violated smaps_flags
