claim C91 "GUP-fast pins no page that was unmapped before it had the reference: it looks at the entry again, and whoever takes the entry away looks at the references after that."
  source mm/gup.c, gup_fast_pte_range(), mm/khugepaged.c, collapse_file()
race D10 "GUP-fast pins a page that a collapse has already replaced"
  reported up to 6.0, and 6.1-rc for files
  fixed 70cbc3cc78a9 (6.1), 2ba99c5e0881 (6.1-rc7) for files

init {
  f = file(2);
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  write(1, 5);                                   # |ww|
}
P0 { r = pin_page(1); }
P1 { collapse(f); }
forall 0:r = 0 \/ 0:r = -EFAULT

expect 6.18..7.3                             holds
expect 7.3 without recheck-pinned-entry      violated pinned_page    as D10
