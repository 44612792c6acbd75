race C3 "mmap() locks the VMA that it has made with i_mmap_rwsem held, and others take the two the other way round"
  reported the candidates of 6.5, by lockdep, since 33313a747e81; fixed 1c7873e33645 (6.5)
  source mm/mmap.c, mmap_region(), Documentation/mm/process_addrs.rst

init { f = file(2); }
P0 { mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED, f); }
P1 { w = write(1, 7); }
forall vma(1) = [0, 2) /\ (1:w = SIGSEGV \/ read(1) = 7)

expect 6.4, 6.6, 6.12                         holds
expect 6.12 without vma-lock-before-file      violated lock_order vm_lock       as C3
