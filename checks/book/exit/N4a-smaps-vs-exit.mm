race N4a "a walk over the VMAs of another process takes its mm without becoming a user of it, and the process ends"
  reported 6.7 to 7.0, of the iterator of BPF; fixed d8e27d2d22b6, as m_start() does it
  source fs/proc/task_mmu.c, m_start()

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  write(1);                                      # |ww|
}
P0 { exit(); }
P1 { s = proc(smaps(1)); }
forall 1:s = -1 \/ 1:s = "rd wr mr mw me ac"

expect 6.18..7.3                             holds
expect 7.3 without mmget-not-zero            violated use_after_free mm     as N4a
