claim C43 "A new VMA is write-locked before it is in the tree, so nobody uses it until its maker has unlocked mmap_lock."
  source mm/vma.c, __mmap_new_vma(), vma_link()
claim C42 "To write-lock a detached VMA takes no wait, and it is write-locked when it gets into the tree."
  source mm/mmap_lock.c, __vma_start_exclude_readers()
race C2 "mmap changes a VMA that is in the tree already, unlocked"
  reported 6.4, by reading; fixed 33313a747e81 (6.5, back-ported to 6.4.3)

P0 { mmap(0, 2, PROT_READ|PROT_WRITE); }
P1 { r = vma_read(1); w = write(1, 7); }
forall vma(1) = [0, 2) /\ (1:w = SIGSEGV \/ read(1) = 7)
    /\ (1:r = "rd wr mr mw me ac" \/ 1:r = -1)

# a VMA without an anon_vma is not locked before 6.10
expect 6.4, 6.6                              holds
expect 6.18..7.3                             holds
expect 7.3 without new-vma-is-locked sc, tso violated vma_changed        as C2
expect 7.3 without skip-detached sc          violated deadlock
