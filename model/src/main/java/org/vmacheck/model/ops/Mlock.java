package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.locking.VmaFlagAccess;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;

/** mm/mlock.c: mlock, mlock2 and munlock. Limits are not modelled. */
public class Mlock {

  protected final Kernel kernel;

  public Mlock(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * {@code mlock(2)}.
   *
   * @param start first page
   * @param pages how many; none is fine
   * @return 0; {@code -ENOMEM} if a page is not mapped (what comes before it is marked and nothing
   *     is populated) or cannot be faulted in (all are marked)
   */
  @KernelFunction("do_mlock")
  public long mlock(MmStruct mm, long start, long pages) {
    return doMlock(mm, start, pages, VmFlags.LOCKED);
  }

  /**
   * {@code mlock2(2)} with {@code MLOCK_ONFAULT}: pages are locked as they are faulted in.
   *
   * @return as {@link #mlock}
   */
  public long mlock2(MmStruct mm, long start, long pages) {
    return doMlock(mm, start, pages, VmFlags.LOCKED_MASK);
  }

  /** {@code do_mlock}. */
  private long doMlock(MmStruct mm, long start, long pages, long lockFlags) {
    if (pages == 0) {
      return 0;
    }
    long error = applyVmaLockFlags(mm, start, start + pages, lockFlags);
    if (error != 0) {
      return error;
    }
    // __mlock_posix_error_return: what GUP calls EFAULT is ENOMEM here.
    return populate(mm, start, start + pages) == 0 ? 0 : -Errno.ENOMEM;
  }

  /** {@code __mm_populate}, with mmap_lock given back and taken again for reading. */
  @Folded
  protected long populate(MmStruct mm, long start, long end) {
    return kernel.path(Populate.class).mmPopulate(mm, start, end);
  }

  /**
   * {@code munlock(2)}.
   *
   * @return 0, or {@code -ENOMEM} if a page is not mapped (what comes before it is done)
   */
  @KernelFunction("apply_vma_lock_flags")
  public long munlock(MmStruct mm, long start, long pages) {
    return applyVmaLockFlags(mm, start, start + pages, 0);
  }

  /** {@code apply_vma_lock_flags}, with mmap_lock taken for writing around it. */
  private long applyVmaLockFlags(MmStruct mm, long start, long end, long lockFlags) {
    kernel.path(MmapLock.class).mmapWriteLock(mm);
    long result = 0;
    long at = start;
    while (at < end && result == 0) {
      VmArea vma = kernel.path(VmaIterator.class).vmaIterLoad(mm).walk(at);
      if (vma == null) {
        result = -Errno.ENOMEM;
      } else {
        long upTo = Math.min(vma.vmEnd.plain(), end);
        mlockFixup(mm, vma, at, upTo, lockFlags);
        at = upTo;
      }
    }
    kernel.path(MmapLock.class).mmapWriteUnlock(mm);
    return result;
  }

  /** As in mprotect, they are read before the VMA is write-locked. */
  @Folded
  protected long oldFlags(VmArea vma) {
    return vma.vmFlags.plain();
  }

  /**
   * {@code mlock_fixup}: pages [start, end) of one VMA. As in mprotect the new flags are computed
   * before the VMA is write-locked (claim C61).
   */
  private void mlockFixup(MmStruct mm, VmArea vma, long start, long end, long lockFlags) {
    long oldflags = oldFlags(vma);
    long newflags = (oldflags & ~VmFlags.LOCKED_MASK) | lockFlags;
    if (newflags == oldflags || (oldflags & (VmFlags.SPECIAL | VmFlags.HUGETLB)) != 0) {
      return;
    }
    VmArea prev = kernel.path(VmaIterator.class).vmaIterLoad(mm).before(vma.vmStart.plain());
    VmaModify.Modified modified =
        kernel.path(VmaModify.class).vmaModifyFlags(prev, vma, start, end, newflags);
    if ((oldflags & newflags & VmFlags.LOCKED) != 0) {
      // From locked now to locked on fault, or back: no page is to be counted again.
      kernel.path(VmaLock.class).vmaStartWrite(modified.vma());
      kernel.path(VmaFlagAccess.class).vmaFlagsAssign(modified.vma(), modified.flags());
    } else {
      mlockVmaPagesRange(modified.vma(), modified.flags());
    }
  }

  /**
   * {@code mlock_vma_pages_range}: VM_IO keeps others from counting the pages while they are
   * counted (K1).
   */
  private void mlockVmaPagesRange(VmArea vma, long newflags) {
    long during = flagsWhileCounting(newflags);
    kernel.path(VmaLock.class).vmaStartWrite(vma);
    kernel.path(VmaFlagAccess.class).vmaFlagsResetOnce(vma, during);
    kernel.path(FolioMlock.class).mlockPteRange(vma);
    if (during != newflags) {
      kernel.path(VmaFlagAccess.class).vmaFlagsResetOnce(vma, newflags);
    }
  }

  /** Both in one store: who goes by the reverse maps looks at them without the VMA lock. */
  @KernelFunction("mlock_vma_pages_range")
  protected long flagsWhileCounting(long newflags) {
    return (newflags & VmFlags.LOCKED) != 0 ? newflags | VmFlags.IO : newflags;
  }
}
