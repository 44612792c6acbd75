race N3 "PROCMAP_QUERY reads the build id, and so the file, with the VMA locked"
  reported CVE-2026-23199, 6.17 to 6.19; fixed b5cbacd7f86f (7.0)
  cve CVE-2026-23199
  source fs/proc/task_mmu.c, do_procmap_query()

init {
  f = file(1);
  mmap(0, 1, PROT_READ, MAP_SHARED, f);          # |r|
}
P0 { m = procmap_build_id(0); }
P1 { write_file(f, 0); }
P2 { mseal(0, 1); }
forall 0:m = "x"

expect 7.3 sc                                holds
expect 7.3 without build-id-after-unlock sc  violated deadlock     as N3
