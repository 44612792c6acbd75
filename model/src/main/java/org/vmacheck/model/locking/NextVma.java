package org.vmacheck.model.locking;

import org.vmacheck.model.locking.VmaLock.StartRead;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.names.Folded;

/** mm/mmap_lock.c, {@code lock_next_vma}: from one VMA to the next, as /proc walks them. */
public class NextVma {

  private final Memory memory;
  private final VmaLock vmaLock;
  private final MmapLock mmapLock;
  private final MmLockSequence sequence;

  public NextVma(Memory memory, VmaLock vmaLock, MmapLock mmapLock, MmLockSequence sequence) {
    this.memory = memory;
    this.vmaLock = vmaLock;
    this.mmapLock = mmapLock;
    this.sequence = sequence;
  }

  /**
   * {@code lock_next_vma}: the VMA that covers the page or is the first above it, read-locked. The
   * caller is in an RCU read section, and so it is on return, though not in the same one all the
   * time.
   *
   * @return null if there is none
   */
  public VmArea lockNextVma(MmStruct mm, long from) {
    while (true) {
      long begun = sequence.mmapLockSpeculateTryBegin(mm);
      boolean mmapUnlocked = begun != MmLockSequence.WRITER;
      var tree = mm.mmMt.rcuDereference();
      VmArea vma = tree.find(from);
      if (vma == null) {
        return null;
      }
      StartRead result = vmaLock.vmaStartRead(mm, vma);
      if (result == StartRead.DETACHED) {
        vmaLock.awaitOther(mm, tree, vma);
        memory.rcu().readLock();
        continue;
      }
      if (result == StartRead.BUSY) {
        return lockNextVmaUnderMmapLock(mm, from);
      }
      if (isNext(mm, vma, from, mmapUnlocked, begun)) {
        return vma;
      }
      memory.rcu().readUnlock();
      vmaLock.vmaEndRead(vma);
      return lockNextVmaUnderMmapLock(mm, from);
    }
  }

  /**
   * Whether the VMA, locked by now, has not shrunk away from the page, nor left a hole that
   * somebody else has filled: what lies between would be missed.
   */
  @Folded
  private boolean isNext(MmStruct mm, VmArea vma, long from, boolean mmapUnlocked, long begun) {
    if (from >= vma.vmEnd.plain()) {
      return false;
    }
    return from >= vma.vmStart.plain()
        || (mmapUnlocked && !sequence.mmapLockSpeculateRetry(mm, begun))
        || isStillNext(mm, vma, from);
  }

  @Folded
  protected boolean isStillNext(MmStruct mm, VmArea vma, long from) {
    return mm.mmMt.rcuDereference().find(from) == vma;
  }

  /** {@code lock_next_vma_under_mmap_lock}. The caller is in no RCU read section. */
  private VmArea lockNextVmaUnderMmapLock(MmStruct mm, long from) {
    mmapLock.mmapReadLock(mm);
    VmArea vma = mm.mmMt.rcuDereference().find(from);
    if (vma != null) {
      vmaLock.vmaStartReadLocked(vma);
    }
    mmapLock.mmapReadUnlock(mm);
    memory.rcu().readLock();
    return vma;
  }
}
