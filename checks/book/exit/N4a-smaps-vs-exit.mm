claim N4a "Who reads /proc/PID while the process ends prints nothing, or keeps the address space until it has read."
  source fs/proc/task_mmu.c, m_start(), d8e27d2d22b6

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  write(1);                                      # |ww|
}
P0 { exit(); }
P1 { s = proc(smaps(1)); }
forall 1:s = -1 \/ 1:s = "rd wr mr mw me ac"

expect 6.18..7.3                             holds
expect 7.3 without mmget-not-zero            violated use_after_free mm
