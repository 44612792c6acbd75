claim C73 "While fork copies a VMA nobody can install a guard in it, so the child has the marker and VM_MAYBE_GUARD, or neither."
  source dup_mmap() write-locks the parent's VMA before it copies it (6.4 and later)
race A10 "fork does not write-lock the VMAs of the parent, so a guard that is installed meanwhile is half in the child"
  reported a proposal of May 2026, never in a release; fixed fork locks every VMA

init {
  mmap(0, 2, PROT_READ|PROT_WRITE);
  write(1);                                    # |ww|
}
P0 { madvise(0, 1, MADV_GUARD_INSTALL); }
P1 { fork(); c = child(read(0)); }
forall guard(0) /\ (1:c = SIGSEGV \/ 1:c = 0)
intended race vm_flags

expect 6.18                                 holds
expect 6.19..7.3 sc, tso                    holds
expect 6.19..7.3 lkmm                       question violated guard_without_flag
expect 6.19..7.3 with acquire-after-wait    holds
expect 7.3 without exclude-readers          violated guard_without_flag
expect 7.3 without fork-locks-parent        violated guard_without_flag    as A10
