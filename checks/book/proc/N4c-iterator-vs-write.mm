race N4c "a BPF program that goes over VMAs reads a file with one of them locked"
  reported in the candidates of 7.1; fixed 4cbee026db54 (7.1), the program gets a copy
  source kernel/bpf/task_iter.c, bpf_iter_task_vma_next()

init {
  f = file(1);
  mmap(0, 1, PROT_READ, MAP_SHARED, f);          # |r|
}
P0 { m = bpf_task_vma(); }
P1 { write_file(f, 0); }
P2 { mseal(0, 1); }
forall 0:m = "x"

expect 7.3 sc                                holds
expect 7.3 without snapshot-for-program sc   violated deadlock     as N4c
