race D1 "A page table is retracted of a VMA that has got an anon_vma since the look, so who walks by that may be in it"
  reported CVE-2023-52935, up to 6.1.10; fixed 023f47a8250c (6.2, back-ported to 6.1.11)
  cve CVE-2023-52935
  source mm/khugepaged.c, retract_page_tables(), collapse_and_free_pmd()

# the fault is in the other half of the mapping
init {
  f = file(4);
  mmap(0, 4, PROT_READ|PROT_WRITE, MAP_PRIVATE, f);
  read(0);                                       # |wwww|
}
P0 { collapse(f); }
P1 { write(2, 7); }
forall read(0) = 0 /\ read(2) = 7

expect 6.4, 6.6 sc, tso                                                holds
expect 6.18..7.3 sc, tso                                               holds
expect 7.2, 7.3 lkmm                                                   holds
# an anon_vma is published with a plain store (E1)
expect 6.18..7.1 lkmm                                                  question violated data_race anon_vma
expect 7.3 without retract-without-mmap-lock sc, tso                   holds
expect 7.3 without retract-without-mmap-lock, look-again-for-anon-vma  violated collapse_and_free_pmd     as D1
