claim C02 "The list of the VMAs that map a file changes under i_mmap_rwsem held for writing: a child takes its own out while the parent adds one."
  source mm/vma.c, vma_link_file(), unlink_file_vma_batch_process()

init {
  f = file(1);
  mmap(0, 1, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  fork();
}
P0 { child(munmap(0, 1)); n = rmap_read(f, 0); }
P1 { mmap(2, 1, PROT_READ|PROT_WRITE, MAP_SHARED, f); m = rmap_read(f, 0); }
forall (0:n = 1 \/ 0:n = 2) /\ (1:m = 2 \/ 1:m = 3)

expect 6.18..7.3                             holds
