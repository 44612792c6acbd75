claim C38 "Once a VMA is locked the address is compared with its range again, as that may have changed since the look-up."
  source mm/mmap_lock.c, lock_vma_under_rcu()
claim C47 "A split is atomic to those who hold the VMA read lock: they see the old VMA, or after it one of the parts."
  source mm/vma.c, __split_vma()

init {
  mmap(0, 4, PROT_READ|PROT_WRITE);              # |wwww|
}
P0 { r = vma_read(0); }
P1 { mprotect(2, 2, PROT_READ); }
forall (0:r = "rd wr mr mw me ac" \/ 0:r = -1) /\ vma(0) = [0, 2) /\ vma(2) = [2, 4)

expect 6.4, 6.6 sc, lkmm                     holds
expect 6.12 sc, lkmm                         holds
expect 6.15 sc                               holds
expect 6.15 lkmm                             question violated data_race vm_start
expect 6.18..7.3 sc, tso                     holds
expect 6.18..7.3 lkmm                        question violated data_race vm_start
expect 7.3 with acquire-after-wait           holds
expect 7.3 without check-address sc, tso     violated wrong_vma
expect 7.3 without exclude-readers sc, tso   violated stale_vma
