race V7 "mremap() looks how many VMAs there are before it has mmap_lock, while another thread merges two"
  reported up to 7.0, by KCSAN, in March 2026; fixed 7.1 (look under the lock)
  source mm/mremap.c, check_mremap_params(), check_map_count_against_split_early()

init {
  mmap(0, 1, PROT_READ);
  mmap(1, 1, PROT_READ|PROT_WRITE);              # |r|w|
}
P0 { m = mremap(0, 1, 1); }
P1 { mprotect(1, 1, PROT_READ); }
forall 0:m = 0 /\ vma(0) = [0, 2)

expect 6.18..7.3                             holds
expect 7.3 without count-under-mmap-lock sc, tso   holds
expect 7.3 without count-under-mmap-lock lkmm      violated data_race map_count     as V7
