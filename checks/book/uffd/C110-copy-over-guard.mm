claim C110 "UFFDIO_COPY fills what is missing, and leaves guards as they are."
  source mm/userfaultfd.c, mfill_atomic_install_pte()

# pte_none_mostly() took every marker for an empty entry
init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  mmap(2, 1, PROT_READ|PROT_WRITE);
  write(2, 7);
  uffd_register(0, 1);
  madvise(0, 1, MADV_GUARD_INSTALL);             # |g|.|w|
}
P0 { c = uffd_copy(0, 2); r = read(0); }
forall 0:c = -EEXIST /\ 0:r = SIGSEGV

expect 6.19..7.3 sc                          holds
expect 6.18 sc                               violated result
expect 7.3 without copy-keeps-guards         violated result
