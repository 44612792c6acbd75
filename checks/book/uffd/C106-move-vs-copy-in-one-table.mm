claim C106 "Of UFFDIO_MOVE and UFFDIO_COPY to one page one fails, also where the page that is moved lies in the same page table."
  source mm/userfaultfd.c, move_present_ptes(), mfill_atomic_install_pte()

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  mmap(2, 1, PROT_READ|PROT_WRITE);
  write(0, 5);
  write(2, 6);
  uffd_register(1, 1);
}
P0 { r = uffd_move(1, 0); }
P1 { s = uffd_copy(1, 2); }
forall ~(0:r = 0 /\ 1:s = 0)

expect 7.3 sc, tso                          holds
