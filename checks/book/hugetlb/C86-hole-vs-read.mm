claim C86 "A hole that is punched into a file of huge pages takes the page out of all mappings, but where a fault is at work."
  source fs/hugetlbfs/inode.c, hugetlbfs_punch_hole()

init {
  f = file(2);
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED|MAP_HUGETLB, f);
  write(0, 5);
}
P0 { punch_hole(f, 0); }
P1 { r = read(0); }
forall 1:r = 5 \/ 1:r = SIGBUS

expect 7.3                                       holds
