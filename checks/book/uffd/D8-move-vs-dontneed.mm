race D8 "UFFDIO_MOVE moves a page into a page table that is no longer in use"
  reported 6.14-rc, since MADV_DONTNEED frees tables
  fixed dd95d2782a25 (6.14)
  source mm/userfaultfd.c, is_pte_pages_stable()

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  mmap(4, 2, PROT_READ|PROT_WRITE);
  write(0, 5);
  uffd_register(4, 2);                           # |ww|..|ww|
}
P0 { r = uffd_move(4, 0); }
P1 { madvise(4, 2, MADV_DONTNEED); }
forall 0:r = 0 \/ 0:r = -EAGAIN

expect 6.18..7.3 with page-table-check                        holds
expect 7.3 without recheck-move-target with page-table-check  violated page_table_check    as D8
