claim C83 "Who reads page tables without their lock may see a table that is on its way out, which is empty, and never what it is used for next."
  source Documentation/mm/process_addrs.rst, mm/khugepaged.c, retract_page_tables()

init {
  f = file(2);
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  write(1, 5);                                   # |ww|
}
P0 { collapse(f); }
P1 { r = read(1); }
forall 1:r = 5

expect 6.18..7.3                             holds
expect 7.3 without pte-free-waits            violated use_after_free pte_table
