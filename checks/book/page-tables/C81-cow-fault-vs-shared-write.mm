claim C81 "A write fault on a private page of a file that was not mapped gets what the file holds at some moment, while another mapping stores to it."
  source mm/memory.c, do_cow_fault()

init {
  f = file(2);
  mmap(0, 2, PROT_READ|PROT_WRITE, MAP_PRIVATE, f);
  write(1, 9);
  mmap(2, 1, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  write(2, 5);                                   # |ww|w|
}
P0 { write(0, 7); }
P1 { write(2, 6); }
forall read(0) = 7 /\ read(2) = 6

expect 6.18..7.3                             holds
