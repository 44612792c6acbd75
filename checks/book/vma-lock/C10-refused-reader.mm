claim C10 "An attempt to read-lock a VMA that fails leaves no trace: vm_refcnt is as before, and a writer that waits is woken."
  source include/linux/mmap_lock.h, vma_start_read()

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);              # |ww|
}
P0 { vma_read(0); }
P1 { mprotect(0, 2, PROT_READ); }
forall flags(0) = "rd mr mw me"

expect 6.4, 6.6 sc, lkmm                     holds
expect 6.12, 6.15 sc, lkmm                   holds
expect 6.18..7.3                             holds
expect 7.3 without refused-reader-puts       violated vm_refcnt
