claim C72 "Fork copies each entry of private memory as it was at one moment of the fork: nothing that the parent writes meanwhile is lost to it, and the child has what was there before or after."
  source mm/memory.c, copy_present_ptes()

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  write(1, 5);                                   # |ww|
}
P0 { fork(); c = child(read(1)); }
P1 { write(1, 6); }
forall read(1) = 6 /\ (0:c = 5 \/ 0:c = 6)

expect 6.4, 6.6 sc, lkmm                     holds
expect 6.12, 6.15 sc, lkmm                   holds
expect 6.18..7.3                             holds
expect 7.3 without wrprotect-one-bit         violated read
