race G4 "a core dump walks over the VMAs without a lock while another process, which has its userfaultfd, merges two of them"
  reported CVE-2019-11599, up to 5.0; fixed 04f5866e41fb (5.1)
  cve CVE-2019-11599
  source fs/coredump.c, dump_vma_snapshot()

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  uffd_register(1, 1);                           # |w|w|
}
P0 { c = coredump(); }
P1 { uffd_unregister(1, 1); }
forall 0:c = "xx" /\ vma(1) = [0, 2)

expect 6.18..7.3                             holds
expect 7.3 without vmas-are-typesafe         holds
expect 7.3 without dump-under-lock, vmas-are-typesafe   violated use_after_free vma     as G4
