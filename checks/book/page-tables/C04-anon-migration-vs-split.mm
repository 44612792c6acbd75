claim C04 "Migration goes over the VMAs of an anonymous page under the lock of the anon_vma, under which a split changes them."
  source mm/rmap.c, rmap_walk_anon(), mm/vma.c, vma_prepare()

init { mmap(0, 2, PROT_READ|PROT_WRITE); write(1, 7); }
P0 { mprotect(0, 1, PROT_READ); }
P1 { r = migrate_anon(1); }
forall read(1) = 7 /\ 1:r = 0
intended race vm_flags

expect 7.3                                       holds
