claim C106 "A page that UFFDIO_MOVE gives back, as it was pinned, is in its place before anybody can miss it."
  source mm/userfaultfd.c, move_present_ptes()

init {
  mmap(0, 1, PROT_READ|PROT_WRITE);
  mmap(2, 1, PROT_READ|PROT_WRITE);
  write(0, 5);
  uffd_register(2, 1);                           # |w|.|w|.|
}
P0 { uffd_move(2, 0); }
P1 { p = pin_page(0); r = read(0); }
forall 1:p = -EFAULT \/ 1:r = 5

expect 7.3                                       holds
