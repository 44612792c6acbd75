race A8 "a merge forgets that one of the VMAs is soft-dirty"
  reported up to 6.18
  fixed 6707915e030a (6.19, back-ported to 6.18.37)
  source mm/vma.c, VM_IGNORE_MERGE, Documentation/admin-guide/mm/soft-dirty.rst

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  clear_refs();
  mmap(2, 2, PROT_READ);                         # |ww|rr|
}
P0 { mprotect(2, 2, PROT_READ|PROT_WRITE); }
P1 { s = smaps(3); }
forall vma(3) = [0, 4) /\ flag(3, sd) /\ (1:s = "rd mr mw me sd" \/ 1:s = "rd wr mr mw me ac sd")
intended race vm_flags

expect 6.18..7.3 sc, tso                     holds
expect 7.3 with acquire-after-wait           holds
expect 7.3 without softdirty-is-sticky sc, tso   violated flag_lost     as A8
