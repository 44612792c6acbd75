claim C86 "Of two faults that find the page table of another mapping one puts it into its slot, and it is counted once."
  source mm/hugetlb.c, huge_pmd_share()

init {
  f = file(2);
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED|MAP_HUGETLB, f);
  mmap(4, 2, PROT_READ|PROT_WRITE, MAP_SHARED|MAP_HUGETLB, f);
  write(0, 5);
  write(1, 6);
}
P0 { r = read(4); }
P1 { s = read(5); }
forall 0:r = 5 /\ 1:s = 6

expect 7.3                                  holds
