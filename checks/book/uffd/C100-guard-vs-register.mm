claim C100 "userfaultfd reads the flags of a VMA again when it has write-locked it, so it loses none that a guard install has set meanwhile."
  source mm/userfaultfd.c, userfaultfd_set_ctx(), userfaultfd_set_vm_flags()

init { mmap(0, 2, PROT_READ|PROT_WRITE); write(1); }
P0 { madvise(0, 1, MADV_GUARD_INSTALL); }
P1 { uffd_register(0, 2); }
forall guard(0) /\ flag(0, um)
intended race vm_flags

expect 7.3 sc, tso                               holds
expect 7.3 with acquire-after-wait               holds
