package org.vmacheck.model.locking;

import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;

/**
 * Generations 1 and 2, 6.4 to 6.13: a reader-writer semaphore in each VMA, held by a writer only
 * while it stores the number, and a {@code detached} flag (with the orderings of 6.5). VMAs are
 * freed through {@code call_rcu} in these releases.
 */
public class VmaLockSemaphore extends VmaLock {

  public VmaLockSemaphore(Memory memory) {
    super(memory);
  }

  @Override
  public StartRead vmaStartRead(MmStruct mm, VmArea vma) {
    if (vma.vmLockSeq.readOnce() == mm.mmLockSeq.readOnce() || !vma.vmLock.downReadTrylock()) {
      memory.rcu().readUnlock();
      return StartRead.BUSY;
    }
    vma.vmlockDepMap.acquiredRead();
    // The section of the caller keeps a VMA that has left the tree until it is unlocked.
    if (vma.vmLockSeq.plain() == sequenceForCheck(mm)) {
      vmaEndRead(vma);
      memory.rcu().readUnlock();
      return StartRead.BUSY;
    }
    if (isDetached(vma)) {
      vmaEndRead(vma);
      memory.rcu().readUnlock();
      return StartRead.DETACHED;
    }
    return StartRead.LOCKED;
  }

  /** Whether it left the tree before it was locked (B5). */
  @KernelFunction("lock_vma_under_rcu")
  protected boolean isDetached(VmArea vma) {
    return vma.detached.readOnce() != 0;
  }

  /** The load of the main check: an acquire since 6.5 (claim C18). */
  @Folded
  protected long sequenceForCheck(MmStruct mm) {
    return mm.mmLockSeq.loadAcquire();
  }

  @Override
  public void vmaStartReadLocked(VmArea vma) {
    KernelBug.check(
        vma.vmMm.plain().mmapLock.heldByMe(), "mmap_assert_locked", "vma_start_read_locked");
    vma.vmLock.downRead();
    vma.vmlockDepMap.acquiredRead();
  }

  @Override
  public void vmaEndRead(VmArea vma) {
    // The section keeps the object while up_read still touches it.
    memory.rcu().readLock();
    vma.vmlockDepMap.released();
    vma.vmLock.upRead();
    memory.rcu().readUnlock();
  }

  @Override
  protected void excludeReadersAndMark(MmStruct mm, VmArea vma, long sequence) {
    vma.vmLock.downWrite();
    vma.vmLockSeq.writeOnce(sequence);
    vma.vmLock.upWrite();
  }

  @Override
  public void vmaMarkAttached(VmArea vma) {
    vma.detached.writeOnce(0);
  }

  @Override
  public void vmaMarkDetached(VmArea vma) {
    vmaAssertWriteLocked(vma);
    vma.detached.writeOnce(1);
  }

  @Override
  public boolean isAttached(VmArea vma) {
    return vma.detached.readOnce() == 0;
  }

  @Override
  public void checkQuiescent(VmArea vma) {
    if (!isAttached(vma)) {
      throw new KernelBug(KernelBug.Kind.INVARIANT, "detached", "is set in a VMA of the tree");
    }
  }

  /** These releases leave the number alone here. */
  @Override
  public void mmLockSeqBegin(MmStruct mm) {}

  /** A release since 6.5: who sees the new number sees the stores of the section (claim C17). */
  @Override
  protected void mmLockSeqEnd(MmStruct mm) {
    mm.mmLockSeq.storeRelease(mm.mmLockSeq.plain() + 1);
  }
}
