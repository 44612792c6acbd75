claim C02 "A mapping of a file that grows over a new one is in the list of the file's mappings before the lock of the list is given back."
  source mm/vma.c, vma_complete()

init { f = file(2); mmap(0, 1, PROT_READ, MAP_SHARED, f); }
P0 { mmap(1, 1, PROT_READ, MAP_SHARED|MAP_FIXED, f, 1); }
P1 { n = rmap_read(f, 0); }
forall 1:n = 1 /\ vma(0) = [0, 2)
intended race vm_end

expect 7.3                                  holds
