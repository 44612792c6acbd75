claim T3 "A new range between two alike VMAs makes one of the three."
  source tools/testing/vma/tests/merge.c, simple_merge

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  mmap(2, 1, PROT_READ|PROT_WRITE);                       # |w|.|w|
}
P0 { mmap(1, 1, PROT_READ|PROT_WRITE); }
forall vma(0) = [0, 3)

expect 6.12..7.3                                      holds
