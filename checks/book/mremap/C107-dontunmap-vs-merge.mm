claim C107 "What MREMAP_DONTUNMAP leaves behind is as if it had been mapped there: a new mapping beside it merges with it."
  source mm/mremap.c, dontunmap_complete()

init { mmap(0, 1, PROT_READ|PROT_WRITE); write(0, 5); mremap(0, 1, 1, MREMAP_MAYMOVE|MREMAP_FIXED, 4); }
P0 { mremap(4, 1, 1, MREMAP_MAYMOVE|MREMAP_FIXED|MREMAP_DONTUNMAP, 6); }
P1 { a = read(4); mmap(5, 1, PROT_READ|PROT_WRITE, MAP_FIXED); }
forall 1:a = 5 \/ vma(4) = [4, 6)

# before 7.2, but not in 6.12.y, a source that moves as a whole keeps its page offset
expect 6.12, 7.2, 7.3 sc, tso               holds
expect 6.4, 6.6, 6.15..7.1 sc, tso          violated condition
