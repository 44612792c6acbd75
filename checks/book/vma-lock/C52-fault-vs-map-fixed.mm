claim C52 "Every VMA that is changed or removed is write-locked before the first change, so no page of the old mapping comes into the new one."
  source mm/vma.c, vms_gather_munmap_vmas()

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);              # |ww|
}
P0 { w = write(0); }
P1 { mmap(0, 2, PROT_READ, MAP_FIXED); }
forall (0:w = 0 \/ 0:w = SIGSEGV) /\ read(0) = 0

expect 6.4, 6.6 sc                           holds
expect 6.12, 6.15 sc                         holds
expect 6.18..7.3                             holds
expect 7.3 without exclude-readers, detach-waits   violated vma_assert_detached
