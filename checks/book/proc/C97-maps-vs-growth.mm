claim C97 "The position in /proc/PID/maps is the end of what was printed last, so a VMA that is printed and then merged with its predecessor is not printed again."
  source 03d98703f7e1 (6.17), fs/proc/task_mmu.c, proc_get_vma()
race J2 "/proc/PID/maps remembers the start of what it printed last, and prints a VMA again that was merged meanwhile"
  reported avoided when it gave up mmap_lock, in 6.17; fixed 03d98703f7e1 (6.17)

init {
  mmap(1, 1, PROT_READ);                         # |.|r|
}
P0 { m = maps(); }
P1 { mmap(0, 1, PROT_READ, MAP_FIXED); }
forall 0:m = ".x" \/ 0:m = "xx"

expect 6.18..7.3 sc, tso                     holds
expect 6.18..7.3 lkmm                        question violated data_race vm_end
expect 7.3 with acquire-after-wait           holds
expect 7.3 without position-is-last-end sc, tso   violated maps_backwards     as J2
