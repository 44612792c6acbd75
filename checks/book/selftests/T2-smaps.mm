claim T2 "smaps shows gu from the first guard on, in every part of the VMA, and in what is merged from them."
  source tools/testing/selftests/mm/guard-regions.c, smaps

init {
  mmap(0, 6, PROT_READ|PROT_WRITE);
}
P0 {
  a = smaps(0);
  madvise(0, 1, MADV_GUARD_INSTALL);
  b = smaps(0);
  madvise(0, 1, MADV_GUARD_REMOVE);
  c = smaps(0);
  madvise(0, 6, MADV_GUARD_INSTALL);
  munmap(2, 1);
  d = smaps(0);
  e = smaps(3);
  mmap(2, 1, PROT_READ|PROT_WRITE, MAP_FIXED);
}
forall vma(0) = [0, 6) /\ flag(0, gu) /\ 0:a = "rd wr mr mw me ac"
    /\ 0:b = "rd wr mr mw me ac gu" /\ 0:c = "rd wr mr mw me ac gu"
    /\ 0:d = "rd wr mr mw me ac gu" /\ 0:e = "rd wr mr mw me ac gu"

expect 6.18..7.3                                      holds
