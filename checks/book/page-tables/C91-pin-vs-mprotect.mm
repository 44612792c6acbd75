claim C91 "A page that is pinned without a lock is one that was mapped when its reference was there: the entry is looked at again, whoever moves, protects or counts it meanwhile."
  source mm/gup.c, gup_fast_pte_range(), Documentation/core-api/pin_user_pages.rst

init { mmap(0, 2, PROT_READ|PROT_WRITE); write(0, 3); }
P0 { mprotect(0, 2, PROT_READ); }
P1 { p = pin_page(0); }
forall (1:p = 0 /\ pte(0) = pinned) \/ 1:p = -EFAULT

expect 6.18..7.3                             holds
