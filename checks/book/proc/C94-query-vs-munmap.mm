claim C94 "PROCMAP_QUERY that cannot lock a VMA takes it under mmap_lock, where no writer is."
  source fs/proc/task_mmu.c, do_procmap_query(), mm/mmap_lock.c, lock_next_vma_under_mmap_lock()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);              # |w|
}
P0 { q = procmap_query(0); }
P1 { munmap(0, 1); }
forall 0:q = "x" \/ 0:q = "."

expect 6.18..7.3                             holds
