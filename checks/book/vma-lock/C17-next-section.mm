claim C17 "The number that ends a write section is stored after the section's stores are: a reader that sees it, or that of the next section, sees them."
  source include/linux/mmap_lock.h, mm_lock_seqcount_begin(), mm_lock_seqcount_end()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  mmap(2, 1, PROT_READ|PROT_WRITE);              # |w|.|w|
}
P0 { r = vma_read(0); }
P1 { mprotect(0, 1, PROT_READ); }
P2 { mprotect(2, 1, PROT_READ); }
forall 0:r = "rd wr mr mw me ac" \/ 0:r = "rd mr mw me" \/ 0:r = -1

expect 6.4, 6.6 sc, lkmm                     holds
expect 6.12 sc, lkmm                         holds
expect 6.15 sc                               holds
expect 6.15 lkmm                             question violated vma_changed
expect 6.18..7.3 sc, tso                     holds
# the next section's number is a plain store of another processor after an acquire, which
# is not cumulative: it can be seen before what that processor has seen
expect 6.18..7.3 lkmm                        question violated vma_changed
expect 7.3 with odd-is-release               holds
expect 7.3 without recheck-sequence sc, tso  violated vma_changed
