claim C88 "Where a walk over the reverse maps meets the destination of mremap before the source, the entries move under the rmap locks, so the walk misses none."
  source mm/mremap.c, move_ptes(), mm/vma.c, copy_vma()

init {
  f = file(2);
  mmap(0, 1, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  mmap(4, 1, PROT_READ|PROT_WRITE, MAP_SHARED, f, 1);
  write(4, 5);                                   # |w|...|w|
}
P0 { mremap(4, 1, 1, MREMAP_MAYMOVE|MREMAP_FIXED, 1); }
P1 { migrate(f, 1); }
forall read(1) = 5

expect 6.18..7.3                             holds
expect 7.3 without need-rmap-locks           violated migration_entry
