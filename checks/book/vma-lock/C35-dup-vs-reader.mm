claim C35 "vm_area_dup() does not copy vm_refcnt: a copy cannot be locked before it is attached."
  source mm/vma_init.c, vm_area_dup()

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);              # |ww|
}
P0 { r = vma_read(1); }
P1 { mprotect(0, 1, PROT_READ); }
forall (0:r = "rd wr mr mw me ac" \/ 0:r = -1) /\ vma(0) = [0, 1) /\ vma(1) = [1, 2)

expect 6.15 sc                               holds
expect 6.15 lkmm                             question violated data_race vm_end
expect 6.18..7.3 sc, tso                     holds
expect 6.18..7.3 lkmm                        question violated data_race vm_end
expect 7.3 with acquire-after-wait           holds
expect 7.3 without dup-leaves-refcnt         violated vma_assert_detached
