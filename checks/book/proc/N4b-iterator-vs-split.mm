race N4b "a BPF program that goes over VMAs goes on from the end that one had before it was locked"
  reported in the candidates of 7.1; fixed bee9ef4a40a2 (7.1)
  source kernel/bpf/task_iter.c, bpf_iter_task_vma_find_next()

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);              # |ww|
}
P0 { m = bpf_task_vma(); }
P1 { mprotect(0, 1, PROT_READ); }
forall 0:m = "xx"

expect 6.18..7.3 sc, tso                     holds
expect 7.3 without go-on-from-locked-end sc, tso   violated maps     as N4b
