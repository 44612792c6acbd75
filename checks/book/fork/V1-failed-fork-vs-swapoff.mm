race V1 "A fork fails half-way, and swapoff takes the marker that it left for a VMA"
  reported CVE-2025-39992, 6.8 to 6.17; fixed 1367da7eb875 (6.18, back-ported to 6.12.y and 6.17.y), and 43873af772f8 (7.0), which leaves no marker
  cve CVE-2025-39992
  source kernel/fork.c, dup_mmap(), mm/swapfile.c, unuse_mm()

# the first VMA is copied with its page, for the second there is no memory
init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  mmap(1, 1, PROT_READ);
  write(0, 5);
  madvise(0, 1, MADV_PAGEOUT);                   # |w|r|
}
P0 { f = nomem(fork(), 3); }
P1 { swapoff(); }
forall 0:f = -ENOMEM /\ read(0) = 5

expect 6.15                                      violated xa_zero_entry     as V1
# the tree of the child has no marker before 6.8
expect 6.4, 6.6, 6.12, 6.18..7.3                 holds
expect 7.3 without check-stable-before-unuse     holds
expect 6.18 without check-stable-before-unuse    violated xa_zero_entry     as V1
