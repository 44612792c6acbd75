package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;

/**
 * mm/userfaultfd.c: how those who fill or move pages lock the VMAs that they do it in. All of them
 * hold the VMA locks alone, for reading.
 */
public class UffdLock {

  protected final Kernel kernel;

  public UffdLock(Kernel kernel) {
    this.kernel = kernel;
  }

  /** What is moved from where, both read-locked; once if they are one. */
  public record Pair(VmArea dst, VmArea src) {}

  /**
   * {@code uffd_lock_vma}: with an anon_vma, if it is private. The caller does not hold mmap_lock,
   * nor another VMA.
   *
   * @return null, with nothing held, if there is none
   */
  public VmArea uffdLockVma(MmStruct mm, long page) {
    VmArea vma = kernel.path(VmaLock.class).lockVmaUnderRcu(mm, page);
    if (vma != null) {
      if (isShared(vma) || vma.anonVma.plain() != null) {
        return vma;
      }
      kernel.path(VmaLock.class).vmaEndRead(vma);
    }
    kernel.path(MmapLock.class).mmapReadLock(mm);
    vma = findVmaAndPrepareAnon(mm, page);
    if (vma != null) {
      kernel.path(VmaLock.class).vmaStartReadLocked(vma);
    }
    kernel.path(MmapLock.class).mmapReadUnlock(mm);
    return vma;
  }

  /** {@code find_vma_and_prepare_anon}. */
  protected VmArea findVmaAndPrepareAnon(MmStruct mm, long page) {
    VmArea vma = kernel.path(VmaIterator.class).vmaIterLoad(mm).walk(page);
    if (vma != null && !isShared(vma)) {
      kernel.path(Rmap.class).anonVmaPrepare(vma);
    }
    return vma;
  }

  @Folded
  private static boolean isShared(VmArea vma) {
    return (vma.vmFlags.plain() & VmFlags.SHARED) != 0;
  }

  /**
   * {@code uffd_mfill_lock}: the VMA of a page, registered with userfaultfd.
   *
   * @return null, with nothing held, if there is none
   */
  public VmArea uffdMfillLock(MmStruct mm, long page) {
    VmArea vma = uffdLockVma(mm, page);
    if (vma == null || vma.vmUserfaultfdCtx.plain() != null) {
      return vma;
    }
    kernel.path(VmaLock.class).vmaEndRead(vma);
    return null;
  }

  /** {@code uffd_mfill_unlock}. */
  public void uffdMfillUnlock(VmArea vma) {
    kernel.path(VmaLock.class).vmaEndRead(vma);
  }

  /**
   * {@code uffd_move_lock}: two VMAs.
   *
   * @return null, with nothing held, if there are none
   */
  public Pair uffdMoveLock(MmStruct mm, long to, long from) {
    VmArea dst = uffdLockVma(mm, to);
    if (dst == null) {
      return null;
    }
    if (covers(dst, from)) {
      return new Pair(dst, dst);
    }
    VmArea src = lockSecond(mm, from);
    if (src != null) {
      return new Pair(dst, src);
    }
    kernel.path(VmaLock.class).vmaEndRead(dst);
    return underMmapLock(mm, to, from);
  }

  @Folded
  private static boolean covers(VmArea vma, long page) {
    return vma.vmStart.plain() <= page && page < vma.vmEnd.plain();
  }

  /** An attempt only: to wait for mmap_lock with a VMA locked is a deadlock (I3). */
  @Folded
  protected VmArea lockSecond(MmStruct mm, long page) {
    return kernel.path(VmaLock.class).lockVmaUnderRcu(mm, page);
  }

  @KernelFunction("uffd_move_lock")
  private Pair underMmapLock(MmStruct mm, long to, long from) {
    kernel.path(MmapLock.class).mmapReadLock(mm);
    VmArea dst = findVmaAndPrepareAnon(mm, to);
    VmArea src = kernel.path(VmaIterator.class).vmaIterLoad(mm).walk(from);
    boolean found = dst != null && src != null;
    if (found) {
      kernel.path(VmaLock.class).vmaStartReadLocked(dst);
      if (src != dst) {
        kernel.path(VmaLock.class).vmaStartReadLocked(src);
      }
    }
    kernel.path(MmapLock.class).mmapReadUnlock(mm);
    return found ? new Pair(dst, src) : null;
  }

  /** {@code uffd_move_unlock}. */
  public void uffdMoveUnlock(Pair pair) {
    kernel.path(VmaLock.class).vmaEndRead(pair.src());
    if (pair.dst() != pair.src()) {
      kernel.path(VmaLock.class).vmaEndRead(pair.dst());
    }
  }
}
