race E5 "A fault of a huge page has waited for userfaultfd, and takes the lock of a VMA again that is gone"
  reported CVE-2022-50630, 4.11 to 6.0; fixed 958f32ce832b (6.1, back-ported to 6.0.3)
  cve CVE-2022-50630
  source mm/hugetlb.c, hugetlb_handle_userfault()

init {
  f = file(2);
  mmap(0, 1, PROT_READ|PROT_WRITE, MAP_HUGETLB, f);
  uffd_register_waiting(0, 1);                   # |w|
}
P0 { w = write(0, 5); }
P1 {
  mmap(0, 1, PROT_READ|PROT_WRITE, MAP_FIXED|MAP_HUGETLB, f);
  uffd_wake(0, 1);
}
forall 0:w = 0 /\ read(0) = 5

expect 6.12 sc, tso                              holds
expect 6.12 without userfault-is-last sc, tso    violated use_after_free vma     as E5
