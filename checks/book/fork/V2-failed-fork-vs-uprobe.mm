race V2 "A fork fails half-way, and a uprobe that is registered meanwhile takes the marker that it left for a VMA"
  reported CVE-2025-21709, 6.8 to 6.13; fixed 64c37e134b12 (6.14, back-ported to 6.12.y)
  cve CVE-2025-21709
  source kernel/fork.c, dup_mmap(), kernel/events/uprobes.c, register_for_each_vma()

# the first page is copied, for the second there is no memory
init {
  f = file(2);
  mmap(0, 1, PROT_READ, MAP_PRIVATE, f);
  mmap(1, 1, PROT_READ|PROT_WRITE);              # |r|w|
}
P0 { r = nomem(fork(), 2); }
P1 { uprobe_register(f, 0); }
forall 0:r = -ENOMEM

# the tree of the child has no marker before 6.8
expect 6.4, 6.6                                   holds
expect 6.12..7.3                                  holds
expect 7.3 without check-stable-address-space     holds
expect 6.12 without check-stable-address-space    violated xa_zero_entry     as V2
