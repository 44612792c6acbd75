race G1 "a stack grows into what munmap() is about to empty under mmap_lock for reading"
  reported CVE-2020-29369 and CVE-2021-20200, 4.20 to 5.7
  fixed 246c320a8cfe (5.8), since 6.5 by growth under mmap_lock for writing
  cve CVE-2020-29369, CVE-2021-20200
  source mm/vma.c, do_vmi_align_munmap(), mm/mmap_lock.c, lock_mm_and_find_vma()

init {
  mmap(0, 2, PROT_READ);
  mmap(2, 2, PROT_READ|PROT_WRITE, MAP_GROWSDOWN);
  write(2, 7);                                   # |rr|ww|
}
P0 { munmap(0, 2); }
P1 { w = write(1, 5); }
# what was stored is there
forall 1:w = SIGSEGV \/ pte(1) = present

expect 6.4, 6.6                              holds
expect 6.18..7.3                             holds
expect 7.3 without grow-under-write-lock, lock-before-expansion   violated condition     as G1
