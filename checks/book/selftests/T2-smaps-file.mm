claim T2 "smaps shows gu from the first guard on, in every part of the VMA of a file, and in what is merged from them."
  source tools/testing/selftests/mm/guard-regions.c, smaps (file)

init {
  f = file(6);
  mmap(0, 6, PROT_READ|PROT_WRITE, MAP_SHARED, f);
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
  mmap(2, 1, PROT_READ|PROT_WRITE, MAP_SHARED, f, 2);
}
forall vma(0) = [0, 6) /\ flag(0, gu) /\ 0:a = "rd wr sh mr mw me ms"
    /\ 0:b = "rd wr sh mr mw me ms gu" /\ 0:c = "rd wr sh mr mw me ms gu"
    /\ 0:d = "rd wr sh mr mw me ms gu" /\ 0:e = "rd wr sh mr mw me ms gu"

expect 6.18..7.3                                      holds
