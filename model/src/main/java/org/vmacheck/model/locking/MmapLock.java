package org.vmacheck.model.locking;

import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.lockdep.LockClass;
import org.vmacheck.model.mm.MmStruct;

/** include/linux/mmap_lock.h: mmap_lock together with the numbers that VMA write locks hang on. */
public class MmapLock {

  private final VmaLock vmaLock;

  public MmapLock(VmaLock vmaLock) {
    this.vmaLock = vmaLock;
  }

  /** {@code mmap_read_lock}. */
  public void mmapReadLock(MmStruct mm) {
    mm.mmapLock.downRead();
  }

  /** {@code mmap_read_trylock}: safe while a VMA read lock is held, as it cannot wait (C13). */
  public boolean mmapReadTrylock(MmStruct mm) {
    return mm.mmapLock.downReadTrylock();
  }

  /** {@code mmap_read_unlock}. */
  public void mmapReadUnlock(MmStruct mm) {
    mm.mmapLock.upRead();
  }

  /** {@code mmap_write_lock}. */
  public void mmapWriteLock(MmStruct mm) {
    mm.mmapLock.downWrite();
    vmaLock.mmLockSeqBegin(mm);
  }

  /** {@code mmap_write_trylock}: for who holds a lock that is taken inside of mmap_lock. */
  public boolean mmapWriteTrylock(MmStruct mm) {
    boolean taken = mm.mmapLock.downWriteTrylock();
    if (taken) {
      vmaLock.mmLockSeqBegin(mm);
    }
    return taken;
  }

  /**
   * {@code mmap_write_lock_nested(.., SINGLE_DEPTH_NESTING)}: of a new mm that nobody else can
   * lock, with the one that it is copied from held.
   */
  public void mmapWriteLockNested(MmStruct mm) {
    mm.mmapLock.downWriteNested(LockClass.SINGLE_DEPTH_NESTING);
    vmaLock.mmLockSeqBegin(mm);
  }

  /** {@code mmap_write_unlock}: ends all VMA write locks of the mm first (claim C07). */
  public void mmapWriteUnlock(MmStruct mm) {
    vmaLock.vmaEndWriteAll(mm);
    mm.mmapLock.upWrite();
  }

  /** {@code mmap_write_downgrade}: ends all VMA write locks, and keeps mmap_lock for reading. */
  public void mmapWriteDowngrade(MmStruct mm) {
    vmaLock.vmaEndWriteAll(mm);
    mm.mmapLock.downgradeWrite();
  }

  /** {@code mmap_assert_locked}, in the form that lockdep gives it: by this thread. */
  public void mmapAssertLocked(MmStruct mm) {
    KernelBug.check(mm.mmapLock.heldByMe(), "mmap_assert_locked", "mmap_lock is not held");
  }

  /** {@code mmap_assert_write_locked}. */
  public void mmapAssertWriteLocked(MmStruct mm) {
    KernelBug.check(
        mm.mmapLock.writeHeldByMe(),
        "mmap_assert_write_locked",
        "mmap_lock is not held for writing");
  }
}
