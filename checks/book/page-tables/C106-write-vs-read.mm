claim C106 "Who looks at an entry without the lock of its table finds it before or after the first store to the page."
  source mm/memory.c, do_wp_page()

init { f = file(1); mmap(0, 1, PROT_READ|PROT_WRITE, MAP_SHARED, f); read(0); }
P0 { write(0, 5); }
P1 { r = read(0); }
forall 1:r = 0 \/ 1:r = 5

expect 7.3                                  holds
