claim C94 "/proc/PID/maps reports no gap that was never there: a page that is mapped all the time is in some range that it prints."
  source 03d98703f7e1 (6.17), fs/proc/task_mmu.c
claim C95 "lock_next_vma() may leave out the second look at a gap only if no writer of mmap_lock ran since before the look-up."
  source mm/mmap_lock.c, lock_next_vma()
claim C96 "A reader of /proc/PID/maps that cannot lock the next VMA takes mmap_lock, and so comes to its end."
  source mm/mmap_lock.c, lock_next_vma_under_mmap_lock()
race J1 "/proc/PID/maps shows a gap that was never there, as the VMA that it found became shorter before it was locked"
  reported never in a release; fixed 03d98703f7e1 (6.17)

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);              # |ww|
}
P0 { m = maps(); }
P1 { mprotect(1, 1, PROT_READ); }
forall 0:m = "xx"

expect 6.18..7.3 sc, tso                     holds
expect 6.18..7.3 lkmm                        question violated data_race vm_start
expect 7.3 with acquire-after-wait           holds
expect 7.3 without recheck-gap sc, tso       violated maps      as J1
