claim T3 "Four mappings of which two extend another: after it and before it."
  source tools/testing/vma/tests/mmap.c, mmap_region_basic

init {
  mmap(11, 3, PROT_READ|PROT_WRITE);
  mmap(6, 3, PROT_READ|PROT_WRITE);
  mmap(14, 3, PROT_READ|PROT_WRITE);                      # |......|www|..|wwwwww|
}
P0 { mmap(3, 3, PROT_READ|PROT_WRITE); }
forall vma(3) = [3, 9) /\ vma(11) = [11, 17)

expect 6.12..7.3                                      holds
