claim C71 "A flag that asks fork to copy is sticky, or keeps its VMA from being merged: no merge hides the need to copy."
  source include/linux/mm.h, VM_COPY_ON_FORK, VM_STICKY, ab04b530e7e8 (6.19)

init {
  mmap(0, 4, PROT_READ|PROT_WRITE, MAP_SHARED);
  mprotect(2, 2, PROT_READ);
  madvise(2, 1, MADV_GUARD_INSTALL);             # |ww|gr|
}
P0 { mprotect(2, 2, PROT_READ|PROT_WRITE); fork(); }
P1 { r = read(0); }
forall vma(0) = [0, 4) /\ guard(2) /\ child(guard(2)) /\ child(flag(2, gu))
intended race vm_flags

expect 6.18..7.3 sc, tso                     holds
# nothing makes the wait for readers an acquire (C65)
expect 7.3 lkmm                              question violated data_race vm_start
expect 7.3 with acquire-after-wait lkmm      holds
expect 7.3 without merge-keeps-sticky sc, tso    violated guard_without_flag
