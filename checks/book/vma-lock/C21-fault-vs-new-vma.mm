claim C21 "A fault looks whether its VMA has an anon_vma when it has the VMA lock: what was looked at before may be another VMA by then."
  source mm/memory.c, __vmf_anon_prepare()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  write(0); madvise(0, 1, MADV_DONTNEED);        # |w|
}
P0 { w = write(0, 7); }
P1 { mmap(0, 1, PROT_READ|PROT_WRITE, MAP_FIXED); }
forall 0:w = 0 \/ 0:w = SIGSEGV

expect 6.4, 6.6 sc                           holds
expect 6.12, 6.15 sc                         holds
expect 6.18..7.3 sc, tso                     holds
expect 7.3 lkmm                              holds
expect 7.3 without anon-vma-under-vma-lock   violated anon_vma_missing
