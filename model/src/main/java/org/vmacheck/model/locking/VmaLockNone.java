package org.vmacheck.model.locking;

import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;

/**
 * A kernel without {@code CONFIG_PER_VMA_LOCK}: mmap_lock is the lock of every VMA, so a VMA is
 * write-locked exactly while mmap_lock is held for writing (claim C103).
 */
public class VmaLockNone extends VmaLock {

  public VmaLockNone(Memory memory) {
    super(memory);
  }

  /** There is no lock to try: the caller takes mmap_lock. */
  @Override
  public VmArea lockVmaUnderRcu(MmStruct mm, long page) {
    return null;
  }

  @Override
  public StartRead vmaStartRead(MmStruct mm, VmArea vma) {
    memory.rcu().readUnlock();
    return StartRead.BUSY;
  }

  @Override
  public void vmaEndRead(VmArea vma) {}

  /** Nobody would hold anything once mmap_lock is dropped. */
  @Override
  public void vmaStartReadLocked(VmArea vma) {
    throw new IllegalStateException("vma_start_read_locked() needs CONFIG_PER_VMA_LOCK");
  }

  @Override
  public void vmaStartWrite(VmArea vma) {}

  @Override
  protected void excludeReadersAndMark(MmStruct mm, VmArea vma, long sequence) {}

  @Override
  public boolean isWriteLocked(VmArea vma) {
    return vma.vmMm.plain().mmapLock.writeHeldByMe();
  }

  @Override
  public void vmaAssertLocked(VmArea vma) {
    KernelBug.check(
        vma.vmMm.plain().mmapLock.heldByMe(), "mmap_assert_locked", "mmap_lock is not held");
  }

  @Override
  public void vmaMarkAttached(VmArea vma) {}

  @Override
  public void vmaMarkDetached(VmArea vma) {}

  @Override
  public boolean isAttached(VmArea vma) {
    return true;
  }

  @Override
  public void vmaAssertDetached(VmArea vma) {}

  @Override
  public void checkQuiescent(VmArea vma) {}

  @Override
  public void mmLockSeqBegin(MmStruct mm) {}

  @Override
  protected void mmLockSeqEnd(MmStruct mm) {}
}
