claim T1 "Faulted parts of a VMA that are moved away and back are merged again: the left, the right and the middle one."
  source tools/testing/selftests/mm/merge.c, mremap_correct_placed_faulted

# The moves between are in the pictures, which say what is merged when.

init {
  mmap(1, 6, PROT_READ|PROT_WRITE);
  write(1);
  mremap(5, 2, 2, MREMAP_MAYMOVE|MREMAP_FIXED, 15);
  mremap(3, 2, 2, MREMAP_MAYMOVE|MREMAP_FIXED, 11);       # |.|ww|........|ww|..|ww|
  mremap(11, 2, 2, MREMAP_MAYMOVE|MREMAP_FIXED, 3);       # |.|wwww|..........|ww|
  mremap(1, 2, 2, MREMAP_MAYMOVE|MREMAP_FIXED, 11);       # |...|ww|......|ww|..|ww|
  mremap(11, 2, 2, MREMAP_MAYMOVE|MREMAP_FIXED, 1);       # |.|wwww|..........|ww|
  mremap(1, 2, 2, MREMAP_MAYMOVE|MREMAP_FIXED, 11);
  mremap(15, 2, 2, MREMAP_MAYMOVE|MREMAP_FIXED, 5);       # |...|wwww|....|ww|....|
  mremap(11, 2, 2, MREMAP_MAYMOVE|MREMAP_FIXED, 1);       # |.|wwwwww|..........|
  mremap(3, 2, 2, MREMAP_MAYMOVE|MREMAP_FIXED, 11);       # |.|ww|..|ww|....|ww|....|
}
P0 {
  mremap(11, 2, 2, MREMAP_MAYMOVE|MREMAP_FIXED, 3);
  mremap(5, 2, 2, MREMAP_MAYMOVE|MREMAP_FIXED, 11);
  mremap(11, 2, 2, MREMAP_MAYMOVE|MREMAP_FIXED, 5);
}
forall vma(1) = [1, 7)

expect 6.12..7.3                                      holds
