claim C64 "A split may copy the flags before it write-locks the VMA."
  source derived from 2ab7f1bbafc9 (6.19) and mm/vma.c, seen on Linux 7.2.13 and 7.3-rc7
race A6-ii "a split copies the flags before it write-locks the VMA"
  reported 6.19 and later, by this checker and seen on 7.2.13 and 7.3-rc7
  fixed not yet, write-lock first, then copy
  source derived from 2ab7f1bbafc9 (6.19) and the order of steps in mm/vma.c

init {
  mmap(0, 4, PROT_READ|PROT_WRITE);
  write(1);                                    # |wwww|
}
P0 { madvise(0, 1, MADV_GUARD_INSTALL); }
P1 { munmap(2, 1); }
forall guard(0)
intended race vm_flags

expect 6.18                                   holds
expect 6.19..7.3                              violated guard_without_flag     as A6-ii
expect 7.1..7.3 with lock-before-dup sc, tso                  holds
expect 7.3 with lock-before-dup, acquire-after-wait           holds
expect 7.3 with lock-before-dup, acquire-after-wait without exclude-readers   violated guard_without_flag
