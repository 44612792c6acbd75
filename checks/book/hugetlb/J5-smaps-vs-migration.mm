race J5 "smaps looks at a huge entry without its lock, and takes a migration that is over for one under way"
  reported up to 6.16
  fixed 45d19b4b6c2d (6.17)
  source fs/proc/task_mmu.c, smaps_hugetlb_range()

init {
  f = file(2);
  mmap(0, 1, PROT_READ|PROT_WRITE, MAP_SHARED|MAP_HUGETLB, f);
  write(0, 5);                                   # |w|
}
P0 { s = smaps(0); }
P1 { migrate(f); }
forall read(0) = 5

expect 6.4, 6.6, 6.15                        violated softleaf_to_folio    as J5
expect 6.12                                  holds
expect 6.18..7.3                             holds
expect 7.3 without huge-entry-is-locked      violated softleaf_to_folio    as J5
