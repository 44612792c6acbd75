package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.mm.AnonVma;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;

/**
 * mm/mmap_lock.c and mm/vma.c: a fault below a VMA with {@code VM_GROWSDOWN} makes it grow. The
 * kernel is booted with {@code stack_guard_gap=0}: an address space here is smaller than the gap.
 */
public class StackGrowth {

  protected final Kernel kernel;

  public StackGrowth(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * {@code lock_mm_and_find_vma}: the VMA of the page, which may have grown for it, with mmap_lock
   * held for reading.
   *
   * @return null, with nothing held, if there is none
   */
  public VmArea lockMmAndFindVma(MmStruct mm, long page) {
    kernel.path(MmapLock.class).mmapReadLock(mm);
    VmArea vma = findVma(mm, page);
    if (vma != null && vma.vmStart.plain() <= page) {
      return vma;
    }
    if (vma == null || !growsDown(vma)) {
      kernel.path(MmapLock.class).mmapReadUnlock(mm);
      return null;
    }
    upgrade(mm);
    vma = findAgain(mm, page, vma);
    boolean covered = vma != null && hasGrown(vma, page);
    if (!covered && (vma == null || !growsDown(vma) || expandDownwards(vma, page) != 0)) {
      unlock(mm);
      return null;
    }
    downgrade(mm);
    return vma;
  }

  /** {@code upgrade_mmap_lock_carefully}: nobody holds it in between, and others may run. */
  @Folded
  protected void upgrade(MmStruct mm) {
    kernel.path(MmapLock.class).mmapReadUnlock(mm);
    kernel.path(MmapLock.class).mmapWriteLock(mm);
  }

  @Folded
  protected void unlock(MmStruct mm) {
    kernel.path(MmapLock.class).mmapWriteUnlock(mm);
  }

  @Folded
  protected void downgrade(MmStruct mm) {
    kernel.path(MmapLock.class).mmapWriteDowngrade(mm);
  }

  /** What was found under mmap_lock for reading is worth nothing any more. */
  @Folded
  protected VmArea findAgain(MmStruct mm, long page, VmArea before) {
    return findVma(mm, page);
  }

  /** Somebody else may have made it grow meanwhile. */
  @Folded
  protected boolean hasGrown(VmArea vma, long page) {
    return vma.vmStart.plain() <= page;
  }

  /** {@code find_vma}: the VMA of the page, or the first one above it. */
  private VmArea findVma(MmStruct mm, long page) {
    return kernel.path(VmaIterator.class).vmaIterLoad(mm).find(page);
  }

  @Folded
  private static boolean growsDown(VmArea vma) {
    return (vma.vmFlags.plain() & VmFlags.GROWSDOWN) != 0;
  }

  /**
   * {@code expand_downwards}. The caller holds mmap_lock for writing.
   *
   * @return 0 or {@code -EFAULT}
   */
  private long expandDownwards(VmArea vma, long page) {
    MmStruct mm = vma.vmMm.plain();
    if (!growsDown(vma)) {
      return -Errno.EFAULT;
    }
    assertMayExpand(mm);
    kernel.path(Rmap.class).anonVmaPrepare(vma);
    lockBeforeExpansion(vma);
    AnonVma anonVma = vma.anonVma.plain();
    anonVma.rwsem.downWrite();
    if (isStillBelow(vma, page)) {
      expand(vma, page);
    }
    anonVma.rwsem.upWrite();
    return 0;
  }

  @Folded
  protected void assertMayExpand(MmStruct mm) {
    kernel.path(MmapLock.class).mmapAssertWriteLocked(mm);
  }

  @KernelFunction("expand_downwards")
  protected void expand(VmArea vma, long page) {
    long grow = vma.vmStart.plain() - page;
    vma.vmStart.plain(page);
    vma.vmPgoff.plain(vma.vmPgoff.plain() - grow);
    kernel.path(VmaIterator.class).vmaIterStoreOverwrite(vma.vmMm.plain(), vma);
  }

  /** Keeps faults out that hold the VMA lock and not mmap_lock (claim C55). */
  @Folded
  protected void lockBeforeExpansion(VmArea vma) {
    kernel.path(VmaLock.class).vmaStartWrite(vma);
  }

  @Folded
  protected boolean isStillBelow(VmArea vma, long page) {
    return page < vma.vmStart.plain();
  }
}
