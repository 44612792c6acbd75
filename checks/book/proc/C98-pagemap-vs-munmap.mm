claim C98 "pagemap shows no guard of what is not mapped any more: a walk goes by the VMAs that there are under mmap_lock."
  source mm/pagewalk.c, walk_page_range(), fs/proc/task_mmu.c, pagemap_read()

init {
  mmap(0, 4, PROT_READ|PROT_WRITE);
  madvise(1, 2, MADV_GUARD_INSTALL);             # |wggw|
}
P0 { munmap(0, 2); g = pagemap_guards(); }
P1 { m = pagemap_guards(); }
forall 0:g = "..x." /\ (1:m = ".xx." \/ 1:m = "..x.")

expect 7.3                                       holds
