claim C56 "brk and the growth of a stack insert and change VMAs with mmap_lock and the VMA lock held for writing, and with what they found under those locks."
  source mm/vma.c, do_brk_flags()
claim C43 "A new VMA is write-locked before it is in the tree, so nobody uses it until its maker has unlocked mmap_lock."
  source mm/vma.c, do_brk_flags(), __mmap_new_vma()
race C4 "brk inserts a VMA that it has not write-locked, so it is used before it is complete"
  reported 6.4 and 6.5, as fragile
  fixed 6.6 (ad9f006351c3)

P0 { b = brk(2); }
P1 { r = vma_read(1); w = write(1, 7); }
forall 0:b = 2 /\ vma(1) = [0, 2) /\ (1:w = SIGSEGV \/ read(1) = 7)
    /\ (1:r = "rd wr mr mw me ac" \/ 1:r = -1)

# a VMA without an anon_vma is not locked before 6.10
expect 6.4, 6.6                              holds
expect 6.18..7.3                             holds
expect 7.3 without brk-locks-new-vma         violated vma_assert_write_locked     as C4
expect 7.3 without new-vma-is-locked sc, tso violated vma_changed
