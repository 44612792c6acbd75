claim C37 "exit_mmap() detaches every VMA before it frees it."
  source mm/mmap.c, tear_down_vmas(), 3104138517fc (6.15)
claim C86 "Page tables are freed when their VMAs are out of the tree and the reverse maps, or locked against everybody who could look: no walk is in a table that goes."
  source Documentation/mm/process_addrs.rst, mm/memory.c, free_pgtables()

init {
  f = file(2);
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  write(1);                                      # |ww|
}
P0 { exit(); }
P1 { collapse(f); }

expect 6.18..7.3                             holds
expect 7.3 without exit-detaches             violated vma_assert_detached
expect 7.3 without hide-before-free          violated double_free pte_table
