claim C21 "A new mapping of a file is found by faults with all that it is, or not at all."
  source mm/vma.c, __mmap_new_vma(), include/linux/mmap_lock.h, vma_mark_attached()

init { f = file(1); }
P0 { mmap(0, 1, PROT_READ|PROT_WRITE, MAP_SHARED, f); }
P1 { r = read(0); }
forall 1:r = 0 \/ 1:r = SIGSEGV

expect 6.18..7.3                              holds
