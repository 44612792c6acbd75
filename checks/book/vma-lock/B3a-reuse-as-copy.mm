race B3a "vm_area_dup() copies vm_refcnt, and a stale reader locks a copy that is being made"
  reported avoided when VMAs became type-safe; fixed 3104138517fc (6.15)
  source mm/vma_init.c, vm_area_dup(), 3104138517fc (6.15)

# the VMA of page 1 is freed, and taken for the copy of the other one, which gets page 1
init { mmap(0, 1, PROT_READ|PROT_WRITE); mmap(1, 1, PROT_READ); }       # |w|r|
P0 { r = vma_read(1); }
P1 { mremap(0, 1, 1, MREMAP_MAYMOVE|MREMAP_FIXED, 1); }
forall 0:r = -1 \/ 0:r = "rd mr mw me" \/ 0:r = "rd wr mr mw me ac"

expect 6.15..7.3 with go-on-after-warning sc                        holds
expect 7.3 without dup-leaves-refcnt with go-on-after-warning sc    violated stale_vma     as B3a
