race E3 "A fault of a huge page gives up the VMA lock while it waits for an anon_vma, and unlocks through a VMA that is gone"
  reported CVE-2024-47676, 6.9 to 6.11
  fixed 98b74bb4d7e9 (6.12, back-ported to 6.11.2)
  source mm/hugetlb.c, hugetlb_fault()

init {
  f = file(2);
  mmap(0, 1, PROT_READ|PROT_WRITE, MAP_HUGETLB, f);
  become_child();                                # |w|
}
P0 { w = write(0, 5); }
P1 { munmap(0, 1); }
forall ~mapped(0)

expect 6.12 sc, tso                          holds
expect 6.12 without prepare-keeps-vma-lock sc, tso violated use_after_free vma      as E3
