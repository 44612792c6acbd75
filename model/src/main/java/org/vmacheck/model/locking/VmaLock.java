package org.vmacheck.model.locking;

import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.KernelBug.Kind;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmaTree;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;

/**
 * The per-VMA lock: what its three generations have in common.
 *
 * <p>A VMA is write-locked exactly if its {@code vm_lock_seq} equals the {@code mm_lock_seq} of its
 * mm while mmap_lock is held for writing. There is no unlock of a single VMA: all write locks end
 * when the mm's number moves on. An attempt to read-lock may fail for no good reason, and the
 * caller then falls back to mmap_lock; it never succeeds on a write-locked VMA.
 */
public abstract class VmaLock {

  protected final Memory memory;

  protected VmaLock(Memory memory) {
    this.memory = memory;
  }

  /** What came of an attempt to read-lock a VMA. */
  public enum StartRead {
    /** Held; the RCU read section is still open. */
    LOCKED,
    /** Write-locked, or it may be: use mmap_lock. The RCU read section is closed. */
    BUSY,
    /** It left the tree: look it up again. The RCU read section is closed. */
    DETACHED
  }

  /**
   * {@code vma_start_read}. The caller is in an RCU read section in which it found the VMA; the
   * section is left on every failure, as since 6.17.
   */
  public abstract StartRead vmaStartRead(MmStruct mm, VmArea vma);

  /** {@code vma_end_read}. The caller holds the VMA read lock. */
  public abstract void vmaEndRead(VmArea vma);

  /**
   * {@code vma_start_read_locked}: from mmap_lock, held in any mode, to the VMA read lock. No
   * writer can be there, so the numbers need not be compared (claim C39).
   */
  public abstract void vmaStartReadLocked(VmArea vma);

  /** Keeps readers out of the VMA and records it as write-locked in section {@code sequence}. */
  @KernelFunction("__vma_start_write")
  protected abstract void excludeReadersAndMark(MmStruct mm, VmArea vma, long sequence);

  /** {@code vma_mark_attached}: readers may lock it from now on. The caller has write-locked it. */
  public abstract void vmaMarkAttached(VmArea vma);

  /**
   * {@code vma_mark_detached}: on return no reader holds it or ever will. The caller has
   * write-locked it.
   */
  public abstract void vmaMarkDetached(VmArea vma);

  /** Whether the VMA is in its tree; only meaningful for who can keep it there. */
  @KernelFunction("vma_is_attached")
  public abstract boolean isAttached(VmArea vma);

  /** Right after mmap_lock was taken for writing. */
  @Folded
  public abstract void mmLockSeqBegin(MmStruct mm);

  /** Moves the mm's number on, which ends all VMA write locks at once. */
  @Folded
  protected abstract void mmLockSeqEnd(MmStruct mm);

  /**
   * {@code lock_vma_under_rcu}: the VMA that covers the page, read-locked.
   *
   * @return null, with nothing held, if there is none or it could not be locked
   */
  public VmArea lockVmaUnderRcu(MmStruct mm, long page) {
    VmaTree tree = null;
    while (true) {
      memory.rcu().readLock();
      tree = restart(mm, tree);
      VmArea vma = tree.walk(page);
      if (vma == null) {
        memory.rcu().readUnlock();
        return null;
      }
      if (!mayBeTried(vma)) {
        memory.rcu().readUnlock();
        return null;
      }
      StartRead result = vmaStartRead(mm, vma);
      if (result == StartRead.BUSY) {
        return null;
      }
      if (result == StartRead.DETACHED) {
        awaitOther(mm, tree, vma);
        continue;
      }
      memory.rcu().readUnlock();
      // The borders may have moved between the walk and the lock (claim C38).
      if (!mayBeUsed(vma) || !covers(vma, page)) {
        vmaEndRead(vma);
        return null;
      }
      return vma;
    }
  }

  /** Whether a VMA that nobody has locked yet is one that faults use; all are since 6.6. */
  @Folded
  protected boolean mayBeTried(VmArea vma) {
    return true;
  }

  /** The same of one that is read-locked; all are since 6.10. */
  @Folded
  protected boolean mayBeUsed(VmArea vma) {
    return true;
  }

  /**
   * The walk begins at the root: RCU was dropped since the last one.
   *
   * @param before the tree of the last walk, null for the first
   */
  @Folded
  protected VmaTree restart(MmStruct mm, VmaTree before) {
    return mm.mmMt.rcuDereference();
  }

  /**
   * The kernel walks again until the tree no longer says so, or the VMA is attached again, as after
   * a munmap that fails. Rounds that find the same have no effect, so they are one wait here.
   */
  @Folded
  void awaitOther(MmStruct mm, VmaTree tree, VmArea vma) {
    memory.await(() -> !mm.mmMt.rcuDereference().equals(tree) || isAttached(vma));
  }

  @Folded
  protected boolean covers(VmArea vma, long page) {
    return vma.vmStart.plain() <= page && page < vma.vmEnd.plain();
  }

  /**
   * {@code vma_start_write}: waits until no reader is inside and lets none in until mmap_lock is
   * given back or downgraded. Idempotent. The caller holds mmap_lock for writing.
   */
  public void vmaStartWrite(VmArea vma) {
    MmStruct mm = vma.vmMm.plain();
    if (!mm.mmapLock.writeHeldByMe()) {
      throw new KernelBug(
          Kind.ASSERTION,
          "mmap_assert_write_locked",
          "a VMA is to be write-locked without mmap_lock held for writing");
    }
    long sequence = mm.mmLockSeq.plain();
    if (vma.vmLockSeq.plain() == sequence) {
      return;
    }
    excludeReadersAndMark(mm, vma, sequence);
  }

  /**
   * {@code vma_start_write_killable}: as {@link #vmaStartWrite}, but a fatal signal ends the wait.
   *
   * @return false for {@code -EINTR}: the VMA is as it was (claim C41)
   */
  public boolean vmaStartWriteKillable(VmArea vma) {
    vmaStartWrite(vma);
    return true;
  }

  /**
   * {@code vma_end_write_all}: called by {@code mmap_write_unlock} and {@code mmap_write_downgrade}
   * just before they let go.
   */
  public void vmaEndWriteAll(MmStruct mm) {
    KernelBug.check(
        mm.mmapLock.writeHeldByMe(), "mmap_assert_write_locked", "vma_end_write_all without it");
    mmLockSeqEnd(mm);
  }

  /** Whether the VMA is write-locked; the caller holds mmap_lock for writing. */
  @KernelFunction("__is_vma_write_locked")
  public boolean isWriteLocked(VmArea vma) {
    MmStruct mm = vma.vmMm.plain();
    return mm.mmapLock.writeHeldByMe() && vma.vmLockSeq.plain() == mm.mmLockSeq.plain();
  }

  /**
   * What is true of a VMA in the tree while nobody is at work.
   *
   * @throws KernelBug of kind INVARIANT if it is not
   */
  @Folded
  public abstract void checkQuiescent(VmArea vma);

  /** {@code vma_assert_write_locked}. */
  public void vmaAssertWriteLocked(VmArea vma) {
    KernelBug.check(
        isWriteLocked(vma),
        "vma_assert_write_locked",
        "the VMA is not write-locked by this thread");
  }

  /** {@code vma_assert_locked}, in the form that lockdep gives it: by this thread. */
  public void vmaAssertLocked(VmArea vma) {
    KernelBug.check(
        vma.vmlockDepMap.heldByMe() || isWriteLocked(vma),
        "vma_assert_locked",
        "this thread holds no lock on the VMA");
  }

  /** {@code vma_assert_stabilised}: this thread holds mmap_lock or the VMA lock, in any mode. */
  public void vmaAssertStabilised(VmArea vma) {
    if (!vma.vmMm.plain().mmapLock.heldByMe()) {
      vmaAssertLocked(vma);
    }
  }

  /** {@code vma_assert_attached}. */
  public void vmaAssertAttached(VmArea vma) {
    KernelBug.check(isAttached(vma), "vma_assert_attached", "the VMA is detached");
  }

  /** {@code vma_assert_detached}. */
  public void vmaAssertDetached(VmArea vma) {
    KernelBug.check(!isAttached(vma), "vma_assert_detached", "the VMA is attached");
  }
}
