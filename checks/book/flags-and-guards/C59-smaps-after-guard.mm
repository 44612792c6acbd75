claim C59 "Who has installed a guard and looks at smaps sees gu, whatever else happens."
  source 5dba5cc2e0ff (6.19), cover letter of the VM_MAYBE_GUARD series

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  write(1);                                    # |ww|
}
P0 { madvise(0, 1, MADV_GUARD_INSTALL); s = smaps(0); }
P1 { mprotect(0, 2, PROT_READ); }
forall 0:s = "rd wr mr mw me gu ac" \/ 0:s = "rd mr mw me gu ac"
intended race vm_flags

expect 6.18                                   holds
expect 6.19..7.3                              question violated guard_without_flag
expect 7.3 with lock-before-new-flags, acquire-after-wait     holds
expect 7.3 with lock-before-new-flags, acquire-after-wait without exclude-readers   violated guard_without_flag
