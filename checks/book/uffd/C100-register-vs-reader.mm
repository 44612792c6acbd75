claim C100 "The flags and the context of userfaultfd change only while the VMA is write-locked, so who holds the VMA read lock sees a pair that fits."
  source mm/userfaultfd.c, userfaultfd_set_ctx()

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);              # |ww|
}
P0 { r = vma_read(0); }
P1 { uffd_register(0, 2); w = write(0); }
forall (0:r = "rd wr mr mw me ac" \/ 0:r = "rd wr mr mw me ac um" \/ 0:r = -1) /\ 1:w = SIGBUS

expect 6.18..7.3 sc, tso                     holds
# nothing makes the wait for readers an acquire (C65)
expect 6.18..7.3 lkmm                        question violated data_race vm_flags
expect 7.3 with acquire-after-wait           holds
expect 7.3 without ctx-under-vma-lock sc, tso   violated vma_changed
