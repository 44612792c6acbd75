claim C104 "What is sealed is not discarded any more: mseal waits for an madvise that has looked at the flags before."
  source mm/mseal.c, mseal_apply(), mm/madvise.c, can_madvise_modify()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  write(0, 7);
  mprotect(0, 1, PROT_READ);                     # |r|
}
P0 { read(0); mseal(0, 1); a = read(0); b = read(0); }
P1 { d = madvise(0, 1, MADV_DONTNEED); }
forall (0:a = 7 /\ 0:b = 7) \/ (0:a = 0 /\ 0:b = 0)

expect 6.18..7.3 sc, tso                     holds
# the wait for the VMA's readers is no acquire (C65), so the first load may give what was there before
expect 7.3 lkmm                              question violated result
expect 7.3 with acquire-after-wait           holds
