claim C80 "Who holds a reverse-map lock and nothing else makes no page-table entry where there was none: munmap has emptied the tables, and frees them when its VMAs have left the reverse maps."
  source Documentation/mm/process_addrs.rst

init {
  f = file(2);
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  write(1, 5);                                   # |ww|
}
P0 { munmap(0, 2); }
P1 { migrate(f, 1); }

expect 6.18..7.3                             holds
expect 7.3 without rmap-makes-no-entry       violated mapcount
