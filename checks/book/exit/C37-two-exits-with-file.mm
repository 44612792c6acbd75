claim C37 "Of two threads that leave a process one is the last, and unmaps what the process has mapped."
  source kernel/fork.c, mmput()

init {
  f = file(1);
  mmap(0, 1, PROT_READ|PROT_WRITE, MAP_SHARED, f);
  write(0);
}
P0 { exit(); }
P1 { exit(); }

expect 7.3                                         holds
