claim C62 "A guard of a file mapping is there in the child of a fork that comes later, whatever a new mapping that merges with its VMA does meanwhile."
  source man madvise(2), the child of a fork has the guard regions of its parent, 2ab7f1bbafc9 (6.19)

init {
  f = file(4);
  mmap(0, 1, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  mmap(2, 2, PROT_READ|PROT_WRITE, MAP_SHARED, f, 2);     # |w|.|ww|
}
P0 { madvise(2, 1, MADV_GUARD_INSTALL); fork(); c = child(read(2)); }
P1 { mmap(1, 1, PROT_READ|PROT_WRITE, MAP_SHARED|MAP_FIXED, f, 1); }
forall 0:c = SIGSEGV
intended race vm_flags

expect 6.18           holds
expect 6.19, 7.0      violated guard_without_flag
expect 7.1..7.3 sc, tso                   holds
expect 7.1..7.3 lkmm                      question violated guard_without_flag
expect 7.1..7.3 with acquire-after-wait   holds
expect 7.3 without exclude-readers        violated guard_without_flag
