claim C34 "A reader that locks a new VMA, or one whose object was another before, sees its range, its flags and its mm."
  source include/linux/mm.h, vma_mark_attached()
claim C29 "vma_mark_detached() returns when no reader holds a reference, and none can get one."
  source mm/mmap_lock.c, vma_mark_detached()
race B3c "a VMA is attached without a release, so who locks it may see what its object held before"
  reported avoided when VMAs became type-safe; fixed 3104138517fc (6.15)

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);              # |w|
}
P0 { r = vma_read(0); }
P1 { munmap(0, 1); mmap(1, 1, PROT_READ); }
forall 0:r = "rd wr mr mw me ac" \/ 0:r = -1

expect 6.18..7.3                             holds
expect 7.3 without detach-waits              violated vma_assert_detached
expect 7.3 without check-address             violated wrong_vma
expect 7.3 without increment-is-acquire lkmm   violated wrong_vma
expect 7.3 without attach-is-release lkmm      violated wrong_vma      as B3c
