claim C01 "The BPF iterator reads the file of a VMA with the VMA locked: it is not that of the mapping that takes its place."
  source kernel/bpf/task_iter.c, bpf_iter_task_vma_next()

init { f = file(1); mmap(0, 1, PROT_READ|PROT_WRITE); }
P0 { m = bpf_task_vma(); }
P1 { munmap(0, 1); mmap(0, 1, PROT_READ, MAP_SHARED, f); }
intended race vm_end

expect 7.3                                  holds
