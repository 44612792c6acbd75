claim C105 "Sealed pages are not unmapped, moved, mapped over or given another protection, and what they hold is not thrown away if it could not be written again."
  source Documentation/userspace-api/mseal.rst, mm/madvise.c, can_madvise_modify()

init {
  mmap(0, 4, PROT_READ|PROT_WRITE);
  write(0, 7);
  mprotect(0, 2, PROT_READ);
  mseal(0, 3);                                   # |rr|w|w|
}
P0 {
  a = munmap(1, 3);
  b = mmap(0, 1, PROT_READ, MAP_FIXED);
  c = mprotect(0, 1, PROT_READ|PROT_WRITE);
  d = mremap(0, 1, 1, MREMAP_MAYMOVE|MREMAP_FIXED, 6);
  e = mremap(3, 1, 1, MREMAP_MAYMOVE|MREMAP_FIXED, 0);
  f = madvise(0, 1, MADV_DONTNEED);
  g = madvise(0, 1, MADV_GUARD_INSTALL);
  h = madvise(2, 1, MADV_DONTNEED);
  i = mlock(0, 1);
}
forall 0:a = -EPERM /\ 0:b = -EPERM /\ 0:c = -EPERM /\ 0:d = -EPERM /\ 0:e = -EPERM
    /\ 0:f = -EPERM /\ 0:g = -EPERM /\ 0:h = 0 /\ 0:i = 0 /\ read(0) = 7

expect 6.18..7.3                               holds
expect 7.3 without munmap-keeps-sealed         violated result
expect 7.3 without discard-keeps-sealed        violated result
