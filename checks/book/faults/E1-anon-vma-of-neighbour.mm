race E1 "an anon_vma is published with a plain store, and a fault in the neighbouring VMA finds it unfinished"
  reported up to 7.1, in a proposal of July 2023
  fixed smp_store_release() in __anon_vma_prepare() (7.2)
  source mm/rmap.c, __anon_vma_prepare(), mm/vma.c, reusable_anon_vma()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  mmap(1, 1, PROT_READ|PROT_WRITE|PROT_EXEC);    # |w|w|
}
P0 { madvise(0, 1, MADV_POPULATE_WRITE); }
P1 { madvise(1, 1, MADV_POPULATE_WRITE); }
# the comment above reusable_anon_vma() says so of the test whether the chain is singular
intended race anon_vma_chain

expect 6.18..7.3 sc, tso                     holds
expect 6.4, 6.6 sc, tso                      holds
expect 6.4, 6.6 lkmm                         violated data_race anon_vma     as E1
expect 7.1 lkmm                              violated data_race anon_vma     as E1
expect 7.2, 7.3 lkmm                         holds
expect 7.3 without publish-anon-vma lkmm     violated data_race anon_vma     as E1
