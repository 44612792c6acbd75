claim C89 "A collapse of anonymous memory write-locks the VMA before it looks whether there is a page table: MADV_DONTNEED, which frees an empty one, takes the VMA lock only."
  source 366a4532d96f (6.17), mm/khugepaged.c, collapse_huge_page()
race D4 "a collapse looks for the page table before it write-locks the VMA, and MADV_DONTNEED frees it"
  reported 6.17-rc, since a6fde7add78d; fixed 366a4532d96f (6.17)

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  write(1, 5);                                   # |ww|
}
P0 { madvise(0, 2, MADV_COLLAPSE); }
P1 { madvise(0, 2, MADV_DONTNEED); }
forall read(1) = 0

expect 6.18..7.3 sc, tso                     holds
# the wait for the VMA's readers is no acquire (C65), so the look at the PMD may be an old one
expect 6.18..7.3 lkmm                        question violated stale_pte
expect 6.18..7.3 with acquire-after-wait     holds
expect 7.3 without lock-before-pmd-check     violated stale_pte     as D4
