claim C30 "The last reader that leaves wakes the writer or detacher that waits for it; no wake-up is lost."
  source include/linux/mmap_lock.h, vma_refcount_put(), include/linux/rcuwait.h, rcuwait_wait_event()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);              # |w|
}
P0 { r = vma_read(0); }
P1 { munmap(0, 1); }
forall ~mapped(0)

expect 6.15 sc, lkmm                         holds
expect 6.18..7.3                             holds
expect 6.18..7.3 with sleep-until-woken                         holds
expect 7.3 without publish-before-test with sleep-until-woken   violated deadlock
expect 7.3 without wake-detacher with sleep-until-woken         violated deadlock
# a locked instruction orders the reader's decrement and its look
expect 7.3 without barrier-before-wake with sleep-until-woken sc, tso   holds
expect 7.3 without barrier-before-wake with sleep-until-woken lkmm      violated deadlock
expect 7.3 without barrier-before-test with sleep-until-woken sc        holds
expect 7.3 without barrier-before-test with sleep-until-woken tso, lkmm   violated deadlock
