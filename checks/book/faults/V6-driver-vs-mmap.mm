race V6 "a driver goes by the address of its buffer, and throws away the page of another mapping that is there by now"
  reported CVE-2026-43434, of binder in Rust, 6.18 to 7.0; fixed 7.1 (ask whose VMA it is)
  cve CVE-2026-43434
  source drivers/android/binder_alloc.c, binder_alloc_free_page()

init {
  f = file(1);
  mmap(0, 1, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  write(0, 5);                                   # |w|
}
P0 { munmap(0, 1); mmap(0, 1, PROT_READ|PROT_WRITE); write(0, 7); }
P1 { driver_zap(f, 0); }
forall read(0) = 7

expect 6.18..7.3 sc, tso                     holds
expect 7.3 without driver-checks-owner       violated read     as V6
