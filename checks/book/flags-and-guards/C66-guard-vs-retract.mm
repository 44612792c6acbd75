claim C66 "Setting VM_MAYBE_GUARD with no ordering is enough for retract_page_tables(), as both sides pass through the page-table lock."
  source 49e14dabed7a (6.19)
claim C67 "VM_MAYBE_GUARD is set before the marker is written, so no marker is without the flag."
  source 49e14dabed7a (6.19)
claim C68 "retract_page_tables() tests VM_MAYBE_GUARD again under the page-table lock, so a guard that came in since the first test keeps its table."
  source 49e14dabed7a (6.19)
claim C69 "A guard region of a file mapping survives a collapse with no anon_vma in the VMA, as VM_MAYBE_GUARD is tested."
  source 49e14dabed7a (6.19)
race A1 "page-table retraction drops guard markers"
  reported v1 and v2 of the VM_MAYBE_GUARD series, never in a release
  fixed 6.19 (49e14dabed7a, back-ported to 6.18.37)
  source cover letter of v3, 7 November 2025
race A2 "VM_MAYBE_GUARD is tested only before the page-table locks"
  reported never in a release
  fixed the second test of 49e14dabed7a
  source commit message of 49e14dabed7a
race A3 "the markers are written before VM_MAYBE_GUARD is set"
  reported never in a release
  fixed the order of 49e14dabed7a
  source commit message of 49e14dabed7a
race A11 "a guard marker is written into a page table that was unlinked meanwhile"
  reported never in a release
  fixed the pmd_same() test of pte_offset_map_lock()
  source mm/pgtable-generic.c of 6.5 and later

init {
  f = file(2);
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  write(1);                                    # |ww|
}
P0 { madvise(0, 1, MADV_GUARD_INSTALL); }
P1 { collapse(f); }
forall guard(0)
intended race vm_flags

expect 6.18..7.3                              holds
expect 7.3 without test-maybe-guard           violated guard_lost     as A1
expect 7.3 without retest-under-ptl           violated guard_lost     as A2
expect 7.3 without flag-before-marker         violated guard_lost     as A3
expect 7.3 without pmd-same                   violated guard_lost     as A11
