claim C106 "UFFDIO_MOVE takes the entry of the page away in one step: what is stored to it meanwhile goes along, or finds no page and makes another."
  source mm/userfaultfd.c, move_present_ptes()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  mmap(2, 1, PROT_READ|PROT_WRITE);
  write(0, 5);
  uffd_register(2, 1);                           # |w|.|w|.|
}
P0 { r = uffd_move(2, 0); }
P1 { write(0, 6); }
forall 0:r = 0 /\ (read(0) = 6 \/ read(2) = 6)

expect 7.3                                   holds
