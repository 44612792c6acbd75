race N8 "A collapse unmaps a page, gives it up and unlocks it, and flushes only then"
  reported 6.18 and later, autumn 2026
  fixed not yet, in none of these releases (8d1c2341b40a)
  source mm/khugepaged.c, collapse_file()

init {
  f = file(2);
  mmap(0, 1, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  cached(write(0, 5));                           # |w|
}
P0 { collapse(f); }
P1 { migrate(f); }
P2 { cached(write(0, 7)); }
forall read(0) = 7

expect 6.18..7.3 with tlb                               violated use_after_free page    as N8
expect 7.3 with tlb, flush-before-drop sc               holds
