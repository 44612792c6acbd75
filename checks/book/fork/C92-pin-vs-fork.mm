claim C92 "A page that GUP-fast has pinned is not shared by a fork that ran at the same time: either fork sees the pin and copies the page, or GUP-fast sees that write_protect_seq changed and gives the pin back."
  source 57efa1fe5957 (5.11), mm/gup.c, gup_fast(), mm/memory.c, copy_page_range()

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  write(1, 5);                                   # |ww|
}
P0 { r = pin_page(1); write(1, 6); }
P1 { fork(); c = child(read(1)); }
forall read(1) = 6 /\ (0:r = -EFAULT \/ pte(1) = pinned) /\ (1:c = 5 \/ 1:c = 6)

expect 6.4, 6.6 sc                                    holds
expect 6.12, 6.15 sc                                  holds
expect 6.4, 6.6 lkmm                                  question violated condition
expect 6.12, 6.15 lkmm                                question violated condition
expect 6.18..7.3 sc, tso                              holds
# fork orders its store of write_protect_seq before later stores, not before its look at the pins
expect 6.18..7.3 lkmm                                 question violated condition
expect 6.18..7.3 with barrier-before-sharing          holds
expect 7.3 without retry-pin with barrier-before-sharing   violated condition
