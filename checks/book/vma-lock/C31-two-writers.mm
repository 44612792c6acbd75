claim C31 "One place for a sleeper is enough for an mm, as only the one thread that holds mmap_lock for writing waits for the readers of a VMA."
  source include/linux/mm_types.h, vma_writer_wait, mm/mmap_lock.c

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  mmap(2, 1, PROT_READ|PROT_WRITE);              # |w|.|w|
}
P0 { vma_read(0); }
P1 { mprotect(0, 1, PROT_READ); }
P2 { mprotect(2, 1, PROT_READ); }
forall flags(0) = "rd mr mw me" /\ flags(2) = "rd mr mw me"

expect 6.15 sc                                          holds
expect 6.15 lkmm                                        question violated vma_changed
expect 6.18..7.3 sc, tso                                holds
expect 7.3 with sleep-until-woken sc, tso               holds
expect 7.3 without writers-are-exclusive, mprotect-is-writer with sleep-until-woken sc, tso   violated deadlock
