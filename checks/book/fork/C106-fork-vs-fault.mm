claim C106 "How often a page of a file is mapped is counted in one step: fork, which holds no lock of the folio, may map it in a child while a fault maps it elsewhere."
  source mm/memory.c, copy_present_ptes(), include/linux/rmap.h, folio_add_file_rmap_ptes()

init {
  f = file(2);
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_PRIVATE, f);
  write(0, 5);
  read(1);
  mmap(4, 1, PROT_READ|PROT_WRITE, MAP_SHARED, f, 1);    # |ww|..|w.|
}
P0 { fork(); }
P1 { read(4); }
forall pte(4) = present

expect 6.18..7.3                             holds
