race B1 "the number that unlocks all VMAs is stored and read without order, so a reader sees the half of an update"
  reported 6.4; fixed b1f02b95758d (6.5, back-ported to 6.4.8)
  source include/linux/mm.h, vma_start_read(), include/linux/mmap_lock.h, vma_end_write_all()

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  write(1);                                      # |ww|
}
P0 { r = vma_read(0); }
P1 { mprotect(0, 2, PROT_READ); mprotect(0, 2, PROT_READ|PROT_WRITE); }
forall 0:r = "rd wr mr mw me ac" \/ 0:r = "rd mr mw me ac" \/ 0:r = -1

expect 6.4 sc, tso                           holds
expect 6.4 lkmm                              violated vma_changed       as B1
expect 6.6, 6.12                             holds
