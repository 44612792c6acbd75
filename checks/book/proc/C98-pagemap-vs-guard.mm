claim C98 "A walk over page tables under mmap_lock for reading goes beside paths that hold the VMA lock: pagemap shows a guard as soon as it is there, and for as long."
  source mm/pagewalk.c, PGWALK_RDLOCK, fs/proc/task_mmu.c, pagemap_read()

init { mmap(0, 2, PROT_READ|PROT_WRITE); write(1); }
P0 { madvise(0, 1, MADV_GUARD_INSTALL); g = pagemap_guards(); }
P1 { m = pagemap_guards(); n = pagemap_guards(); }
forall 0:g = "x." /\ (1:m = ".." \/ 1:n = "x.")

expect 7.3                                       holds
