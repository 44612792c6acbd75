claim C56 "brk and the growth of a stack insert and change VMAs with mmap_lock and the VMA lock held for writing, and with what they found under those locks."
  source mm/mmap.c, brk(), mm/vma.c, vma_expand()

init { brk(2); write(0, 7); }                    # |ww|
P0 { b = brk(4); c = brk(1); }
P1 { r = vma_read(0); }
forall 0:b = 4 /\ 0:c = 1 /\ vma(0) = [0, 1) /\ read(0) = 7
    /\ (1:r = "rd wr mr mw me ac" \/ 1:r = -1)

expect 6.4, 6.6 sc                           holds
expect 6.6 lkmm                              holds
expect 6.12 sc, lkmm                         holds
expect 6.15 sc                               holds
expect 6.15 lkmm                             question violated data_race vm_start
expect 6.18..7.3 sc, tso                     holds
expect 7.3 lkmm                              question violated data_race vm_start
expect 7.3 without exclude-readers sc        violated wrong_vma
