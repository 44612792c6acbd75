race I4 "UFFDIO_MOVE gives a page its new place before it looks whether it was pinned meanwhile, and leaves it so when it fails"
  reported CVE-2024-27007 of huge pages, 6.8 to 6.8.7; fixed c0205eaf3af9 (6.9), d7a08838ab74 (6.9-rc) for small ones
  cve CVE-2024-27007
  source mm/userfaultfd.c, move_present_ptes()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  mmap(2, 1, PROT_READ|PROT_WRITE);
  write(0, 5);
  uffd_register(2, 1);                           # |w|.|w|.|
}
P0 { r = uffd_move(2, 0); }
P1 { p = pin_page(0); }
forall 0:r = 0 /\ 1:p = -EFAULT /\ read(2) = 5
    \/ 0:r = -EBUSY /\ 1:p = 0 /\ read(0) = 5

expect 6.12..7.3                                 holds
expect 7.3 without check-pin-before-move         violated folio_index     as I4
