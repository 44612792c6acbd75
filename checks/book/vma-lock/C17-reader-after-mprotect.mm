claim C17 "The number that ends a write section is stored after the section's stores are: a reader that sees it sees them."
  source mm_lock_seqcount_end() and, for the older counter, b1f02b95758d (6.5)
claim C18 "The reader's main check of mm_lock_seq is an acquire, or its loads of fields may come before the end of the write section."
  source include/linux/mmap_lock.h, vma_start_read()
race B1 "the number that unlocks all VMAs is stored and read without order, so a reader sees the half of an update"
  reported 6.4; fixed b1f02b95758d (6.5, back-ported to 6.4.8)

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);              # |ww|
}
P0 { r = vma_read(0); }
P1 { mprotect(0, 2, PROT_READ); mprotect(0, 2, PROT_READ|PROT_WRITE); }
forall 0:r = "rd wr mr mw me ac" \/ 0:r = "rd mr mw me" \/ 0:r = -1

expect 7.3                                   holds
expect 7.3 without check-is-acquire lkmm     violated vma_changed
expect 7.3 without bump-is-release lkmm      violated vma_changed       as B1
