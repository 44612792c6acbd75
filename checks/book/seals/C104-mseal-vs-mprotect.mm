claim C104 "Of mseal and an mprotect of the same pages one comes first: what is sealed is not given another protection, and both halves are sealed."
  source mm/mseal.c, do_mseal(), Documentation/userspace-api/mseal.rst

init { mmap(0, 2, PROT_READ|PROT_WRITE); }       # |ww|
P0 { s = mseal(0, 2); }
P1 { r = mprotect(0, 1, PROT_READ); }
forall 0:s = 0 /\ flag(0, sl) /\ flag(1, sl) /\ (1:r = 0 \/ 1:r = -EPERM)

expect 6.18..7.3                             holds
