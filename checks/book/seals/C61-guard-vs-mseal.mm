claim C61 "mseal sets its bit in the flags that the VMA has once it is write-locked: that of a guard which is installed meanwhile stays."
  source mm/mseal.c, mseal_apply()

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  write(1);                                      # |ww|
}
P0 { madvise(0, 1, MADV_GUARD_INSTALL); }
P1 { mseal(0, 2); }
forall guard(0) /\ flag(0, gu) /\ flag(0, sl)
intended race vm_flags

expect 7.3 sc, tso                           holds
