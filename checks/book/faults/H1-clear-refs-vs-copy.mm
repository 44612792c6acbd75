race H1 "clear_refs takes write access away under mmap_lock for reading, so a page is copied before the flush"
  reported up to 5.10
  fixed 29a951dfb3c3 (5.11)
  source fs/proc/task_mmu.c, clear_refs_write()

# what is copied is a page that somebody else has a reference to; every other one was in 5.10
init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  cached(write(0, 3));                           # |ww|
}
P0 { clear_refs(); }
P1 { madvise(0, 1, MADV_POPULATE_WRITE); }
P2 { cached(write(0, 7)); r = cached(read(0)); }
forall read(0) = 7

expect 7.3 with tlb                                     holds
expect 7.3 without clear-refs-is-writer with tlb        violated read    as H1
