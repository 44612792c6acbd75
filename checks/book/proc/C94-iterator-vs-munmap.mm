claim C94 "The BPF iterator over VMAs that cannot lock one takes it under mmap_lock, where no writer is."
  source kernel/bpf/task_iter.c, bpf_iter_task_vma_find_next()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);              # |w|
}
P0 { n = bpf_task_vma(); }
P1 { munmap(0, 1); }
forall 0:n = "x" \/ 0:n = "."

expect 6.18..7.3                             holds
