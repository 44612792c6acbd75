claim C97 "smaps_rollup goes on from the end of what it counted last when it has dropped mmap_lock: no page is counted twice or left out."
  source fs/proc/task_mmu.c, show_smaps_rollup()
race J4 "smaps_rollup counts a VMA again that has grown over the next one while mmap_lock was dropped"
  reported avoided when it learnt to drop mmap_lock, in 5.11
  fixed ff9f47f6f00c (5.11), which goes on from the end of what it has counted

init {
  mmap(0, 1, PROT_READ|PROT_WRITE); write(0);
  mmap(1, 1, PROT_READ|PROT_WRITE|PROT_EXEC);    # |w|w|
}
P0 { n = smaps_rollup(); }
P1 { mprotect(1, 1, PROT_READ|PROT_WRITE); }
forall 0:n = 1

expect 6.18..7.3                             holds
expect 7.3 without rollup-goes-on            violated result     as J4
