race I2 "UFFDIO_COPY drops its lock, and goes on in another mapping as if it were the one from before"
  reported 7.1-rc, since 6ab703034f14
  fixed 85668fda932a (7.1)
  source mm/userfaultfd.c, mfill_copy_folio_retry()

# page 2 is not there, so it is copied without the lock; under LKMM it holds with acquire-after-wait
init {
  f = file(2);
  mmap(0, 1, PROT_READ|PROT_WRITE);
  mmap(2, 1, PROT_READ|PROT_WRITE);
  uffd_register(0, 1);                           # |w|.|w|
}
P0 { uffd_copy(0, 2); }
P1 {
  mmap(0, 1, PROT_READ|PROT_WRITE, MAP_SHARED|MAP_FIXED, f);
  uffd_register(0, 1);
}
forall pte(0) = none

expect 7.3 sc                                holds
expect 7.3 lkmm                              question violated data_race vm_userfaultfd_ctx
expect 7.3 without recheck-copy-target       violated pte    as I2
