claim C106 "Of UFFDIO_MOVE and UFFDIO_COPY to one page one fails: each looks at the entry under the lock of its table."
  source mm/userfaultfd.c, double_pt_lock(), mfill_atomic_install_pte()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  mmap(2, 1, PROT_READ|PROT_WRITE);
  write(0, 5);
  uffd_register(2, 1);                           # |w|.|w|.|
}
P0 { r = uffd_move(2, 0); }
P1 { s = uffd_copy(2, 0); }
forall ~(0:r = 0 /\ 1:s = 0)

expect 7.3 sc, tso                           holds
