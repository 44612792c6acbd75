claim C22 "A reader that locks a VMA which has left its tree notices, and looks up again."
  source include/linux/mmap_lock.h, vma_start_read()
claim C28 "A vm_refcnt of 0 stays 0 until vma_mark_attached(): no reader can leave it."
  source include/linux/mmap_lock.h, __refcount_inc_not_zero_limited_acquire()
claim C29 "vma_mark_detached() returns when no reader holds a reference, and none can get one."
  source mm/mmap_lock.c, vma_mark_detached()
claim C36 "A VMA that is freed is detached, and has no reader."
  source mm/vma_init.c, vm_area_free()

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);              # |ww|
}
P0 { r = vma_read(0); }
P1 { munmap(0, 2); }
forall ~mapped(0) /\ (0:r = "rd wr mr mw me ac" \/ 0:r = -1)

expect 6.15 sc, lkmm                         holds
expect 6.18..7.3                             holds
expect 7.3 without increment-not-zero        violated vma_assert_detached
