claim C01 "While a thread holds the VMA read lock no field of the VMA changes, but for VM_MAYBE_GUARD being set and an anon_vma appearing."
  source Documentation/mm/process_addrs.rst

init { mmap(0, 2, PROT_READ); }                  # |rr|
P0 { mseal(0, 1); }
P1 { madvise(0, 1, MADV_DONTNEED); s = smaps(0); }
forall flag(0, sl)

expect 7.2, 7.3 sc, tso                      holds
expect 7.2, 7.3 lkmm                         question violated data_race vm_end
expect 7.2, 7.3 with acquire-after-wait      holds
