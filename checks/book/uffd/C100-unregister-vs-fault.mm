claim C100 "The flags and the context of userfaultfd change only while the VMA is write-locked, so a fault that holds the VMA read lock sees a pair that fits."
  source mm/userfaultfd.c, userfaultfd_set_ctx(), handle_userfault()
race C9 "userfaultfd stores the context of a VMA before it has write-locked it, and a fault finds flags without a context"
  reported 6.4 and 6.5, by reading; fixed 60081bf19b0e (6.6)

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);              # |ww|
  uffd_register(0, 2);
}
P0 { w = write(0); }
P1 { uffd_unregister(0, 2); }
forall (0:w = 0 \/ 0:w = SIGBUS) /\ flags(0) = "rd wr mr mw me ac"

# before 6.6 what is registered is not locked
expect 6.4, 6.6 sc, tso                      holds
expect 6.18..7.3 sc, tso                     holds
# nothing makes the wait for readers an acquire (C65)
expect 7.3 lkmm                              question violated data_race vm_flags
expect 7.3 with acquire-after-wait lkmm      holds
expect 7.3 without ctx-under-vma-lock        violated handle_userfault     as C9
