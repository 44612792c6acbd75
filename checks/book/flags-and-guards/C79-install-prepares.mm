claim C79 "Guard install takes mmap_lock where an anonymous VMA has no anon_vma. The test is made under the VMA lock, which keeps an anon_vma from going away, not from appearing."
  source 2ab7f1bbafc9 (6.19), mm/madvise.c, try_vma_read_lock()

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);              # |ww|
}
P0 { g = madvise(0, 1, MADV_GUARD_INSTALL); }
P1 { write(1); }
forall 0:g = 0 /\ guard(0) /\ read(1) = 1
intended race vm_flags

expect 6.18..7.3 sc, tso                     holds
expect 6.18..7.3 lkmm                        question violated data_race anon_vma
expect 7.3 without anon-vma-needs-mmap-lock  violated mmap_assert_locked
