claim C93 "A private copy behind the end of a file is found by where its VMA is now, when the file is unmapped for the second time."
  source mm/memory.c, unmap_mapping_range(), mm/truncate.c, truncate_pagecache()

init {
  f = file(2);
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_PRIVATE, f);
}
P0 { truncate(f, 1); }
P1 { w = write(1, 5); madvise(1, 1, MADV_DONTFORK); }
forall (1:w = 0 \/ 1:w = SIGBUS) /\ read(1) = SIGBUS

expect 7.3 sc                                      holds
