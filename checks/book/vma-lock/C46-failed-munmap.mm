claim C46 "When munmap cannot go on and attaches what it has detached, those VMAs are as usable as before once mmap_lock is unlocked."
  source mm/vma.c, reattach_vmas(), vms_gather_munmap_vmas()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  mmap(1, 2, PROT_READ);
  write(0, 5);                                   # |w|rr|
}
P0 { m = nomem(munmap(0, 2), 2); }
P1 { r = vma_read(0); w = write(0, 7); }
forall 0:m = -ENOMEM /\ vma(0) = [0, 1) /\ vma(1) = [1, 3) /\ 1:w = 0 /\ read(0) = 7
    /\ (1:r = "rd wr mr mw me ac" \/ 1:r = -1)

expect 6.18..7.3                             holds
expect 7.3 without reattach-vmas sc, tso     violated deadlock
