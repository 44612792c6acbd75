claim C53 "A driver has its say before a mapping is merged or made, and an error after the old entries are gone leaves a gap, in which nothing of the old mapping can be locked or found."
  source mm/vma.c, __mmap_region(), vms_abort_munmap_vmas()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  write(0, 5);                                   # |w|
}
P0 { m = nomem(mmap(0, 1, PROT_READ, MAP_FIXED), 2); }
P1 { w = write(0, 7); }
forall 0:m = -ENOMEM /\ ~mapped(0) /\ pte(0) = none /\ (1:w = 0 \/ 1:w = SIGSEGV)

expect 6.18..7.3 sc, tso                     holds
expect 7.3 lkmm                              holds
expect 7.3 without failed-mmap-leaves-gap sc, tso   violated deadlock
