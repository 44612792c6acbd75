claim C65 "A writer that has waited for the VMA's readers to drain sees the flag that one of them set, though nothing makes its wait an acquire."
  source derived from mm/mmap_lock.c (6.15 and later)
claim C60 "With guard install under mmap_lock for reading, neither the atomic set nor vm_flags_clear() under the VMA write lock loses a flag."
  source 568822502383 (6.19)

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  write(1);                                    # |ww|
}
P0 { madvise(0, 1, MADV_GUARD_INSTALL); }
P1 { clear_refs(); }
forall guard(0)
intended race vm_flags

expect 6.18                                   holds
expect 6.19..7.3 sc, tso                      holds
expect 6.19..7.3 lkmm                         question violated guard_without_flag
expect 6.19..7.3 with acquire-after-wait      holds
expect 7.3 without exclude-readers            violated guard_without_flag
