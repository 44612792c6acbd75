claim C101 "Who stores a VMA's flags has write-locked it before: until 7.0 the function that stores asserts it, or locks; from 7.1 on it is left to the caller."
  source include/linux/mm.h, vm_flags_reset_once() to 7.0, vma_flags_reset_once() from 7.1

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);              # |ww|
}
P0 { mprotect(0, 2, PROT_READ); }
P1 { r = vma_read(0); }
forall 1:r = "rd wr mr mw me ac" \/ 1:r = "rd mr mw me" \/ 1:r = -1

expect 6.18..7.3                             holds
expect 6.18..7.0 without mprotect-locks-vma  violated vma_assert_write_locked
expect 7.1..7.3 without mprotect-locks-vma sc, tso   violated vma_changed
