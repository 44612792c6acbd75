claim C94 "The range that the BPF iterator gives of a VMA is that of one moment: both ends are read with the VMA locked."
  source kernel/bpf/task_iter.c, bpf_iter_task_vma_next()

init { mmap(1, 2, PROT_READ|PROT_WRITE); }
P0 { m = bpf_task_vma(); }
P1 { mprotect(1, 1, PROT_READ); munmap(2, 1); mmap(0, 1, PROT_READ, MAP_FIXED); }
forall ~(0:m = "xxx")

expect 7.3 sc                                      holds
