race A9 "fork copies the entries of a registration with userfaultfd that the child does not have"
  reported 6.19-rc, since ab04b530e7e8; fixed 35e247032606 (6.19, back-ported to 6.18.y)
  source mm/memory.c, vma_needs_copy()

init {
  f = file(1);
  mmap(0, 1, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  write(0, 5);
  uffd_register_wp(0, 1);                        # |w|
}
P0 { fork(); }
forall child(pte(0) = none)

expect 6.18..7.3                             holds
expect 7.3 without test-childs-flags         violated child_pte     as A9
