claim C98 "A walk over page tables that asks for PGWALK_WRLOCK write-locks each VMA before it looks at its entries."
  source mm/pagewalk.c, process_vma_walk_lock(), 49b0638502da (6.5)
claim C99 "A walk under mmap_lock held for writing that write-locks no VMA races with faults under the VMA lock."
  source mm/pagewalk.c
race C10-r "a walk over page tables with mmap_lock held for writing leaves the VMAs unlocked, and a fault makes an entry behind it"
  reported 6.4, by reading; fixed 49b0638502da (6.5, each walk says how it locks VMAs)

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  write(1);                                      # |ww|
}
P0 { w = write(0); }
P1 { n = walk_read(); }
forall 0:w = 0 /\ (1:n = 1 \/ 1:n = 2)

expect 6.4                                   violated entry_changed     as C10-r
expect 6.6                                   holds
expect 6.18..7.3                             holds
expect 7.3 without walk-locks-vmas           violated entry_changed     as C10-r
