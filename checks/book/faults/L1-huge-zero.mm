race L1 "the shrinker takes the frame number of the huge zero folio away when a fault has made another one"
  reported CVE-2026-74632, up to 7.1; fixed 7.1.9 and 7.2 (huge_zero_lock)
  cve CVE-2026-74632
  source mm/huge_memory.c, get_huge_zero_folio(), shrink_huge_zero_folio_scan()

init {
  mmap(0, 1, PROT_READ);
  huge_zero_fault();                             # |r|
}
P0 { shrink_huge_zero(); }
P1 { h = huge_zero_fault(); }
forall 1:h = 1

expect 6.18..7.3                             holds
expect 7.3 without huge-zero-lock            violated result     as L1
