claim C37 "Of two threads that leave a process the last one takes the address space down, whichever that is: its users are counted in one step."
  source kernel/fork.c, mmput()

init { mmap(0, 1, PROT_READ|PROT_WRITE); }       # |w|
P0 { exit(); }
P1 { exit(); }

expect 6.18..7.3                             holds
