claim C104 "Of mseal and a munmap of the same pages one fails: what is sealed stays, and what is gone is not sealed."
  source mm/mseal.c, mseal_range(), mm/vma.c, vms_gather_munmap_vmas()

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  write(0, 7);                                   # |ww|
}
P0 { s = mseal(0, 1); }
P1 { m = munmap(0, 2); }
forall (0:s = 0 /\ 1:m = -EPERM /\ vma(0) = [0, 1) /\ read(0) = 7)
    \/ (0:s = -ENOMEM /\ 1:m = 0 /\ read(0) = SIGSEGV)

expect 6.18..7.3                               holds
expect 7.3 without munmap-keeps-sealed sc      violated condition
