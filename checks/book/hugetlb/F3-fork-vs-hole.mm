race F3 "fork puts a VMA of huge pages into i_mmap before it has a lock of its own, and who punches a hole unlocks what he has not locked"
  reported CVE-2024-27022, 6.1 to 6.8.7; fixed 35e351780fa9 (6.9, back-ported to 6.8.8)
  cve CVE-2024-27022
  source kernel/fork.c, dup_mmap(), fs/hugetlbfs/inode.c, hugetlb_vmdelete_list()

init {
  f = file(2);
  mmap(0, 1, PROT_READ|PROT_WRITE, MAP_SHARED|MAP_HUGETLB, f);      # |w|
}
P0 { fork(); }
P1 { punch_hole(f, 0); }
forall read(0) = SIGBUS /\ child(read(0) = SIGBUS)

expect 6.4, 6.6 sc, tso                         violated unlock_not_held hugetlb_vma_lock     as F3
expect 6.12..7.3                                holds
expect 7.3 without link-when-complete sc, tso   violated unlock_not_held hugetlb_vma_lock     as F3
