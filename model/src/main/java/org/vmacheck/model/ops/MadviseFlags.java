package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.VmaFlagAccess;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.ops.Madvise.Advice;

/** mm/madvise.c: the advice that is kept in the VMA's flags. */
public class MadviseFlags {

  protected final Kernel kernel;

  public MadviseFlags(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * The flags of pages [start, end) of a VMA become what the advice says. The caller holds
   * mmap_lock for writing.
   *
   * @return 0, or {@code -EINVAL} if the VMA cannot have the advice
   */
  long madviseUpdateVma(VmArea vma, long start, long end, Advice advice) {
    long flags = oldFlags(vma);
    if (isRefused(vma, flags, advice)) {
      return -Errno.EINVAL;
    }
    long newFlags = newFlags(flags, advice);
    if (newFlags == flags) {
      return 0;
    }
    MmStruct mm = vma.vmMm.plain();
    VmArea prev = kernel.path(VmaIterator.class).vmaIterLoad(mm).before(vma.vmStart.plain());
    // As in mprotect the new flags were computed before the VMA is write-locked (claim C61).
    VmaModify.Modified modified =
        kernel.path(VmaModify.class).vmaModifyFlags(prev, vma, start, end, newFlags);
    kernel.path(VmaLock.class).vmaStartWrite(modified.vma());
    kernel.path(VmaFlagAccess.class).vmaFlagsAssign(modified.vma(), modified.flags());
    return 0;
  }

  /** As in mprotect, they are read before the VMA is write-locked. */
  @Folded
  protected long oldFlags(VmArea vma) {
    return vma.vmFlags.plain();
  }

  @Folded
  private boolean isRefused(VmArea vma, long flags, Advice advice) {
    return switch (advice) {
      case DOFORK -> (flags & refusedByDofork()) != 0;
      case WIPEONFORK -> vma.vmFile.plain() != null || (flags & VmFlags.SHARED) != 0;
      case DODUMP -> (flags & VmFlags.SPECIAL) != 0;
      default -> false;
    };
  }

  /** The flags of VMAs that {@code MADV_DOFORK} leaves alone. */
  protected long refusedByDofork() {
    return VmFlags.SPECIAL;
  }

  @Folded
  private long newFlags(long flags, Advice advice) {
    return switch (advice) {
      case NORMAL -> flags & ~(VmFlags.RAND_READ | VmFlags.SEQ_READ);
      case SEQUENTIAL -> (flags & ~VmFlags.RAND_READ) | VmFlags.SEQ_READ;
      case RANDOM -> (flags & ~VmFlags.SEQ_READ) | VmFlags.RAND_READ;
      case DONTFORK -> flags | VmFlags.DONTCOPY;
      case DOFORK -> flags & ~VmFlags.DONTCOPY;
      case WIPEONFORK -> flags | VmFlags.WIPEONFORK;
      case KEEPONFORK -> flags & ~VmFlags.WIPEONFORK;
      case DONTDUMP -> flags | VmFlags.DONTDUMP;
      case DODUMP -> flags & ~VmFlags.DONTDUMP;
      case MERGEABLE -> isKsmCompatible(flags) ? flags | VmFlags.MERGEABLE : flags;
      case UNMERGEABLE -> withoutMergeable(flags);
      default -> flags;
    };
  }

  /** {@code ksm_compatible}: pages that may be shared with whoever has the same. */
  @Folded
  private static boolean isKsmCompatible(long flags) {
    long refused = VmFlags.SHARED | VmFlags.MAYSHARE | VmFlags.SPECIAL | VmFlags.HUGETLB;
    return (flags & refused) == 0;
  }

  /** {@code ksm_madvise}: no other bit changes. */
  @Folded
  protected long withoutMergeable(long flags) {
    return flags & ~VmFlags.MERGEABLE;
  }
}
