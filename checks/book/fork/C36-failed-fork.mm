claim C36 "A VMA that is freed is detached, and has no reader."
  source mm/vma_init.c, vm_area_free(), mm/mmap.c, dup_mmap()
claim C86 "Page tables are freed when their VMAs are out of the tree and the reverse maps, or locked against everybody who could look: no walk is in a table that goes."
  source mm/mmap.c, dup_mmap()

# The child has its first VMA when there is no memory for the second.
init {
  f = file(2);
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  madvise(0, 1, MADV_GUARD_INSTALL);
  madvise(0, 1, MADV_GUARD_REMOVE);
  write(1, 5);
  mmap(2, 2, PROT_READ);                         # |ww|rr|
}
P0 { f = nomem(fork(), 3); }
P1 { collapse(f); }
forall 0:f = -ENOMEM /\ read(1) = 5

expect 7.0..7.3 sc, tso                      holds
expect 7.3 lkmm                              holds
expect 7.3 without exit-detaches sc          violated vma_assert_detached
