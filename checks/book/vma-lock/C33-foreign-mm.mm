claim C33 "A reader that finds the VMA in another mm pins that mm while it drops its reference, as the wake-up comes after the decrement."
  source 9bbffee67ffd (6.17, 6.15.10, 6.16.1)
claim C32 "vma_refcount_put() reads vm_mm before it drops its reference, as the VMA may belong to another mm right after."
  source include/linux/mmap_lock.h, vma_refcount_put()
race B2 "The reader wakes a writer of an mm that has been freed."
  reported 6.15 to 6.16
  fixed 6.17 (9bbffee67ffd, back-ported to 6.15.10 and 6.16.1)
  cve CVE-2025-38554

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  mmap(2, 1, PROT_READ);                         # |w|.|r|
}
P0 { r = vma_read(0); }
P1 { munmap(0, 1); fork(); child(exit()); }
forall 0:r = "rd wr mr mw me ac" \/ 0:r = -1

expect 6.18..7.3 sc, tso                     holds
# the search under LKMM takes minutes, so only the bug is looked for there
expect 7.3 without pin-foreign-mm            violated use_after_free mm
expect 7.3 without mm-before-decrement sc, tso   violated use_after_free mm
