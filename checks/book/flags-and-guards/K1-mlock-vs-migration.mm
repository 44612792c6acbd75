race K1 "mlock shows VM_LOCKED before it has counted the pages, and a page that migrates meanwhile is counted twice"
  reported avoided in 5.18; fixed 34b6792380ce (5.18), VM_LOCKED comes with VM_IO
  source mm/mlock.c, mlock_vma_pages_range(), mm/internal.h, mlock_vma_folio()

init {
  f = file(2);
  mmap(0, 1, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  write(0);                                      # |w|
}
P0 { mlock(0, 1); }
P1 { migrate(f); }
intended race vm_flags

expect 6.18..7.3 with mlock-count                   holds
expect 7.3 without locked-comes-with-io with mlock-count   violated mlock_count     as K1
