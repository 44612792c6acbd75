claim C55 "A stack that grows keeps out the faults in it: who holds the VMA lock sees its range as it was or as it is."
  source mm/vma.c, expand_downwards()
race C6 "a stack grows while somebody holds the VMA lock"
  reported 6.4; fixed c137381f71ae (6.5, back-ported to 6.4.3)

init {
  mmap(2, 2, PROT_READ|PROT_WRITE, MAP_GROWSDOWN);
  write(2, 7);                                   # |..|ww|
}
P0 { w = write(1, 5); }
P1 { r = vma_read(2); }
forall 0:w = 0 /\ vma(2) = [1, 4) /\ read(1) = 5 /\ read(2) = 7
    /\ (1:r = "rd wr mr mw me gd ac" \/ 1:r = -1)

expect 6.4 sc, tso                           violated vma_changed   as C6
expect 6.6 sc, tso                           holds
expect 6.18..7.3 sc, tso                     holds
# nothing makes the wait for readers an acquire (C65)
expect 6.18..7.3 lkmm                        question violated data_race vm_start
expect 7.3 with acquire-after-wait           holds
expect 7.3 without lock-before-expansion sc, tso   violated vma_changed   as C6
