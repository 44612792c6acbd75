claim T3 "New ranges extend the previous VMA, the next one, or make one of both, one after another."
  source tools/testing/vma/tests/merge.c, merge_new

# Each picture is what the test looks at after a step. Sticky flags in all combinations:
# MergeTest.

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  mmap(3, 1, PROT_READ|PROT_WRITE);
  mmap(11, 1, PROT_READ|PROT_WRITE);                      # |ww|.|w|.......|w|
  mmap(7, 2, PROT_READ|PROT_WRITE);                       # |ww|.|w|...|ww|..|w|
  write(3);
  mmap(2, 1, PROT_READ|PROT_WRITE);                       # |wwww|...|ww|..|w|
  mmap(4, 1, PROT_READ|PROT_WRITE);                       # |wwwww|..|ww|..|w|
  mmap(6, 1, PROT_READ|PROT_WRITE);                       # |wwwww|.|www|..|w|
  mmap(5, 1, PROT_READ|PROT_WRITE);                       # |wwwwwwwww|..|w|
  mmap(10, 1, PROT_READ|PROT_WRITE);                      # |wwwwwwwww|.|ww|
}
P0 { mmap(9, 1, PROT_READ|PROT_WRITE); }
forall vma(0) = [0, 12)

expect 6.12..7.3                                      holds
