claim C62 "vma_expand() may read the next VMA's sticky flags before it write-locks it."
  source vma_flags_t series of March 2026 (7.1), which changed the order
race A4 "vma_expand() samples a neighbour's sticky flags before vma_start_write()"
  reported 6.19 and 7.0
  fixed 7.1 (the vma_flags_t series of March 2026)
  source cover letter of v3 of that series, 18 March 2026

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  mmap(4, 2, PROT_READ|PROT_WRITE);
  write(5);                                    # |ww|..|ww|
}
P0 { madvise(4, 1, MADV_GUARD_INSTALL); }
P1 { mmap(2, 2, PROT_READ|PROT_WRITE, MAP_FIXED); }
forall guard(4)
intended race vm_flags

expect 6.18                                   holds
expect 6.19, 7.0                              violated guard_without_flag     as A4
expect 7.1..7.3 sc, tso                       holds
expect 7.1..7.3 lkmm                          question violated guard_without_flag
expect 7.1..7.3 with acquire-after-wait       holds
expect 7.3 without exclude-readers            violated guard_without_flag
