claim C93 "Private copies of a page that is truncated go as well, and those that are made while it leaves the page cache are found when its tables are emptied once more."
  source mm/truncate.c, truncate_pagecache()

init {
  f = file(2);
  mmap(0, 2, PROT_READ|PROT_WRITE, 0, f);        # |ww|
}
P0 { truncate(f, 1); }
P1 { w = write(1, 5); }
forall pte(1) = none /\ (1:w = 0 \/ 1:w = SIGBUS)

expect 6.18..7.3                             holds
expect 7.3 without unmap-copies              violated pte
