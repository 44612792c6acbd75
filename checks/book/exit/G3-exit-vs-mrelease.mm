race G3 "exit_mmap() frees VMAs without mmap_lock while another process reaps the memory of this one"
  reported 5.15 and 5.16; fixed 64591e8605d6 and ba535c1caf3e (5.17)
  source mm/mmap.c, exit_mmap(), mm/oom_kill.c, process_mrelease()

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  write(1);                                      # |ww|
}
P0 { exit(); }
P1 { process_mrelease(); }

expect 6.18..7.3                             holds
expect 7.3 without vmas-are-typesafe         holds
expect 7.3 without exit-locks-mmap, vmas-are-typesafe   violated use_after_free vma     as G3
