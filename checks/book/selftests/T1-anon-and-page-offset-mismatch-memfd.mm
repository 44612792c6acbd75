claim T1 "Two private mappings of pages of a file that follow each other are not merged where the second has a page of its own that began elsewhere."
  source tools/testing/selftests/mm/merge.c, anon_and_page_offset_mismatch_memfd

# Until 7.2 the offset in the file was all that counted; 6.18.44 merges them.

init {
  f = file(4);
  mmap(0, 2, PROT_READ|PROT_WRITE, 0, f);
  mmap(4, 2, PROT_READ|PROT_WRITE, 0, f, 2);
  write(4);                                               # |ww|..|ww|
}
P0 { mremap(4, 2, 2, MREMAP_MAYMOVE|MREMAP_FIXED, 2); }
forall vma(0) = [0, 2) /\ vma(2) = [2, 4)

expect 6.12, 6.15                                     holds
expect 6.18..7.2                                      violated vma
expect 7.3                                            holds
