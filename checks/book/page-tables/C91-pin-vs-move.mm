claim C91 "A page that is pinned without a lock is one that was mapped when its reference was there: the entry is looked at again, whoever moves, protects or counts it meanwhile."
  source mm/gup.c, gup_fast_pte_range(), Documentation/core-api/pin_user_pages.rst

init { mmap(0, 1, PROT_READ|PROT_WRITE); write(0, 3); }
P0 { mremap(0, 1, 1, MREMAP_MAYMOVE|MREMAP_FIXED, 5); }
P1 { p = pin_page(0); }
forall 1:p = 0 \/ 1:p = -EFAULT

expect 6.18..7.3                             holds
