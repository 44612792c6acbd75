claim C01 "While a thread holds the VMA read lock no field of the VMA changes: madvise write-locks it before it stores its flags."
  source Documentation/mm/process_addrs.rst, mm/madvise.c, madvise_update_vma()

init { mmap(0, 1, PROT_READ|PROT_WRITE); }       # |w|
P0 { vma_read(0); }
P1 { madvise(0, 1, MADV_DONTDUMP); }
forall flag(0, dd)

expect 6.18..7.3 sc, tso                     holds
expect 7.3 with acquire-after-wait           holds
