package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.locking.VmaFlagAccess;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;

/**
 * mm/mremap.c. The whole call holds mmap_lock for writing; only the tail of a shrink runs under the
 * downgraded lock.
 */
public class Mremap {

  protected final Kernel kernel;

  public Mremap(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * {@code mremap(2)}.
   *
   * @param addr first page of what is remapped
   * @param oldPages how many; none duplicates a shared mapping, which is not modelled
   * @param newPages how many it shall be
   * @param flags {@code MREMAP_*} of {@link Mman}
   * @param newAddr where to, with {@code MREMAP_FIXED}
   * @return the first page, or {@code -EINVAL} for arguments that make no sense, {@code -EFAULT}
   *     for a range that is not in one VMA, {@code -EPERM} if a page that has to go or to make room
   *     is sealed, {@code -ENOMEM} if it cannot grow where it is
   */
  public long mremap(
      MmStruct mm, long addr, long oldPages, long newPages, long flags, long newAddr) {
    VmaRemap vrm = new VmaRemap(mm, addr, oldPages, newPages, flags, newAddr);
    long error = checkMremapParams(vrm);
    if (error != 0) {
      return error;
    }
    beforeLock(mm);
    kernel.path(MmapLock.class).mmapWriteLock(mm);
    checkMapCount(mm);
    long result = doMremap(vrm);
    if (vrm.mmapLocked) {
      kernel.path(MmapLock.class).mmapWriteUnlock(mm);
    }
    if (result >= 0 && vrm.populateExpand) {
      kernel
          .path(Populate.class)
          .mmPopulateIgnoringErrors(mm, result + vrm.oldPages, result + vrm.newPages);
    }
    return result;
  }

  /** Nothing of the mm may be looked at yet. */
  @KernelFunction("check_mremap_params")
  protected void beforeLock(MmStruct mm) {}

  /** {@code check_map_count_against_split_early}: of VMAs that nothing here has too many of. */
  @KernelFunction("check_map_count_against_split_early")
  protected void checkMapCount(MmStruct mm) {
    mm.mapCount.plain();
  }

  /** {@code check_mremap_params}. */
  protected long checkMremapParams(VmaRemap vrm) {
    return areFlagsRefused(vrm) || isTargetRefused(vrm) ? -Errno.EINVAL : 0;
  }

  /** Whether sizes and flags make no sense, wherever it goes. */
  @Folded
  protected static boolean areFlagsRefused(VmaRemap vrm) {
    boolean resizes = vrm.oldPages != vrm.newPages;
    return vrm.newPages == 0
        || vrm.oldPages == 0
        || (vrm.impliesNewAddr() && !vrm.has(Mman.MREMAP_MAYMOVE))
        || (vrm.has(Mman.MREMAP_DONTUNMAP) && resizes);
  }

  /** Whether it cannot go where it is to go. */
  @Folded
  protected static boolean isTargetRefused(VmaRemap vrm) {
    return vrm.impliesNewAddr()
        && (vrm.newAddr < 0
            || vrm.newAddr + vrm.newPages > vrm.mm.pageTables.geometry().pages()
            || vrm.overlaps());
  }

  private long doMremap(VmaRemap vrm) {
    if (movesSeveral(vrm)) {
      return remapMove(vrm);
    }
    vrm.vma = kernel.path(VmaIterator.class).vmaIterLoad(vrm.mm).walk(vrm.addr);
    long error = checkPrepVma(vrm);
    if (error != 0) {
      return error;
    }
    return vrm.impliesNewAddr() ? mremapTo(vrm) : mremapAt(vrm);
  }

  /** {@code vrm_move_only}: the range may be that of several VMAs. */
  @KernelFunction("vrm_move_only")
  protected boolean movesSeveral(VmaRemap vrm) {
    return vrm.has(Mman.MREMAP_FIXED) && vrm.oldPages == vrm.newPages;
  }

  /** {@code remap_move}: all VMAs of the range, with the gaps between them kept (6.17). */
  private long remapMove(VmaRemap vrm) {
    long start = vrm.addr;
    long end = vrm.addr + vrm.oldPages;
    long target = vrm.newAddr;
    long result = -Errno.EFAULT;
    long at = start;
    long lastEnd = start;
    while (at < end) {
      VmArea vma = kernel.path(VmaIterator.class).vmaIterLoad(vrm.mm).find(at);
      boolean first = at == start;
      if (vma == null || vma.vmStart.plain() >= end) {
        return result;
      }
      if (first && vma.vmStart.plain() > start) {
        return -Errno.EFAULT;
      }
      if (!vmaMultiAllowed(vma) && (!first || vma.vmEnd.plain() < end)) {
        return -Errno.EFAULT;
      }
      long from = Math.max(vma.vmStart.plain(), start);
      long upTo = Math.min(vma.vmEnd.plain(), end);
      long offset = first ? 0 : vma.vmStart.plain() - lastEnd;
      lastEnd = vma.vmEnd.plain();
      vrm.vma = vma;
      vrm.addr = from;
      vrm.newAddr = target + offset;
      vrm.oldPages = upTo - from;
      vrm.newPages = upTo - from;
      long moved = checkPrepVma(vrm);
      if (moved == 0) {
        moved = mremapTo(vrm);
      }
      if (moved < 0) {
        return moved;
      }
      if (first) {
        result = moved;
      }
      target = moved + vrm.newPages;
      at = upTo;
    }
    return result;
  }

  /** {@code vma_multi_allowed}: what is registered with userfaultfd moves alone. */
  private static boolean vmaMultiAllowed(VmArea vma) {
    return (vma.vmFlags.plain() & VmFlags.UFFD_FLAGS) == 0;
  }

  /** {@code check_prep_vma}. */
  protected long checkPrepVma(VmaRemap vrm) {
    long error = checkVma(vrm);
    if (error != 0) {
      return error;
    }
    boolean stays = !vrm.impliesNewAddr() && vrm.newPages <= vrm.oldPages;
    return stays ? 0 : checkRange(vrm);
  }

  /** Whether there is something that may be moved. */
  @Folded
  protected static long checkVma(VmaRemap vrm) {
    if (vrm.vma == null) {
      return -Errno.EFAULT;
    }
    if ((vrm.vma.vmFlags.plain() & VmFlags.SEALED) != 0) {
      return -Errno.EPERM;
    }
    if (!vrm.impliesNewAddr()) {
      vrm.newAddr = vrm.addr;
    }
    return 0;
  }

  /** Whether what is moved or grows is in this VMA, which can do that. */
  @Folded
  protected static long checkRange(VmaRemap vrm) {
    long flags = vrm.vma.vmFlags.plain();
    boolean pinned = (flags & (VmFlags.DONTEXPAND | VmFlags.PFNMAP)) != 0;
    if (vrm.has(Mman.MREMAP_DONTUNMAP) && pinned) {
      return -Errno.EINVAL;
    }
    // Of a source that shrinks only what is moved has to be in the VMA.
    if (Math.min(vrm.oldPages, vrm.newPages) > vrm.vma.vmEnd.plain() - vrm.addr) {
      return -Errno.EFAULT;
    }
    if (vrm.newPages == vrm.oldPages) {
      return 0;
    }
    if ((flags & VmFlags.LOCKED) != 0 && vrm.newPages > vrm.oldPages) {
      vrm.populateExpand = true;
    }
    return pinned ? -Errno.EFAULT : 0;
  }

  /** {@code mremap_at}: where it is, if that can be. */
  private long mremapAt(VmaRemap vrm) {
    if (vrm.newPages == vrm.oldPages) {
      return vrm.addr;
    }
    if (vrm.newPages < vrm.oldPages) {
      if (vrm.addr + vrm.oldPages > vrm.mm.pageTables.geometry().pages()) {
        return -Errno.EINVAL;
      }
      long error =
          kernel
              .path(Munmap.class)
              .doVmiMunmapAndUnlock(vrm.mm, vrm.addr + vrm.newPages, vrm.addr + vrm.oldPages);
      vrm.mmapLocked = false;
      return error != 0 ? error : vrm.addr;
    }
    return expandVma(vrm);
  }

  /** {@code expand_vma}. */
  protected long expandVma(VmaRemap vrm) {
    if (canExpandInPlace(vrm)) {
      vmaMergeExtend(vrm.vma, vrm.newPages - vrm.oldPages);
      return vrm.addr;
    }
    if (!vrm.has(Mman.MREMAP_MAYMOVE)) {
      return -Errno.ENOMEM;
    }
    vrm.newAddr = kernel.path(Mmap.class).getUnmappedArea(vrm.mm, vrm.newPages);
    return vrm.newAddr < 0 ? vrm.newAddr : moveVma(vrm);
  }

  /**
   * {@code vrm_can_expand_in_place}: the range ends with its VMA, and behind that there is room.
   */
  @KernelFunction("vrm_can_expand_in_place")
  private boolean canExpandInPlace(VmaRemap vrm) {
    long end = vrm.vma.vmEnd.plain();
    long newEnd = end + vrm.newPages - vrm.oldPages;
    return end == vrm.addr + vrm.oldPages
        && newEnd <= vrm.mm.pageTables.geometry().pages()
        && kernel.path(VmaIterator.class).vmaIterLoad(vrm.mm).in(end, newEnd).isEmpty();
  }

  /** {@code vma_merge_extend}: the VMA grows, and meets its next one if they are alike. */
  protected void vmaMergeExtend(VmArea vma, long delta) {
    MmStruct mm = vma.vmMm.plain();
    long end = vma.vmEnd.plain();
    VmaMergeStruct vmg =
        VmaMergeStruct.vmgState(
            mm,
            end,
            end + delta,
            vma.vmPgoff.plain() + vma.vmaPages(),
            vma.vmFlags.plain(),
            vma.vmFile.plain());
    vmg.anonPgoff = kernel.path(AnonPgoff.class).linearAnonPageIndex(vma, end);
    vmg.likeVma(vma);
    vmg.prev = vma;
    vmg.next = kernel.path(VmaIterator.class).vmaIterLoad(mm).find(end);
    kernel.path(VmaMerge.class).vmaMergeNewRange(vmg);
  }

  /** {@code mremap_to}: to an address that the caller named. */
  protected long mremapTo(VmaRemap vrm) {
    if (vrm.has(Mman.MREMAP_FIXED)) {
      long error =
          kernel.path(Munmap.class).doVmiMunmap(vrm.mm, vrm.newAddr, vrm.newAddr + vrm.newPages);
      if (error != 0) {
        return error;
      }
      // The source may have been split by that.
      vrm.vma = kernel.path(VmaIterator.class).vmaIterLoad(vrm.mm).walk(vrm.addr);
      if (vrm.vma == null) {
        return -Errno.EFAULT;
      }
    } else {
      vrm.newAddr = kernel.path(Mmap.class).getUnmappedArea(vrm.mm, vrm.newPages);
      if (vrm.newAddr < 0) {
        return vrm.newAddr;
      }
    }
    if (vrm.newPages < vrm.oldPages) {
      long error =
          kernel
              .path(Munmap.class)
              .doVmiMunmap(vrm.mm, vrm.addr + vrm.newPages, vrm.addr + vrm.oldPages);
      if (error != 0) {
        return error;
      }
      vrm.oldPages = vrm.newPages;
      vrm.vma = kernel.path(VmaIterator.class).vmaIterLoad(vrm.mm).walk(vrm.addr);
    }
    return moveVma(vrm);
  }

  /** {@code move_vma}. The VMA at the destination is in place before an entry moves. */
  protected long moveVma(VmaRemap vrm) {
    prepMoveVma(vrm);
    // No fault may run in the source from here on.
    kernel.path(VmaLock.class).vmaStartWrite(vrm.vma);
    vrm.copy = kernel.path(MoveVma.class).copyVma(vrm);
    kernel.path(MoveVma.class).movePageTables(vrm);
    kernel.path(Userfaultfd.class).mremapUserfaultfdPrep(vrm.copy);
    if (vrm.has(Mman.MREMAP_DONTUNMAP)) {
      dontunmapComplete(vrm, vrm.copy);
    } else {
      kernel.path(Munmap.class).doVmiMunmap(vrm.mm, vrm.addr, vrm.addr + vrm.oldPages);
      vrm.vma = null;
    }
    return vrm.newAddr;
  }

  /**
   * {@code prep_move_vma}: a locked VMA that stays behind is unlocked afterwards, and only as far
   * as it was moved.
   */
  protected void prepMoveVma(VmaRemap vrm) {
    VmArea vma = vrm.vma;
    if (!vrm.has(Mman.MREMAP_DONTUNMAP) || (vma.vmFlags.plain() & VmFlags.LOCKED) == 0) {
      return;
    }
    if (vma.vmStart.plain() != vrm.addr) {
      kernel.path(VmaSplit.class).splitOffBelow(vma, vrm.addr);
    }
    if (vma.vmEnd.plain() != vrm.addr + vrm.oldPages) {
      kernel.path(VmaSplit.class).splitOffAbove(vma, vrm.addr + vrm.oldPages);
    }
  }

  /**
   * {@code dontunmap_complete}: the source stays, empty and not locked. All of a VMA is unfaulted
   * again, and counts its pages from where it is, as unfaulted anonymous VMAs do.
   */
  protected void dontunmapComplete(VmaRemap vrm, VmArea copy) {
    VmArea vma = vrm.vma;
    KernelBug.check(copy != vma, "dontunmap_complete", "the source was merged with its copy");
    kernel.path(VmaFlagAccess.class).vmaClearFlagsMask(vma, VmFlags.LOCKED_MASK);
    if (vrm.isWholeVma()) {
      kernel.path(Rmap.class).unlinkAnonVmas(vma);
      kernel.path(AnonPgoff.class).vmaSetAnonPgoff(vma, vma.vmStart.plain());
      if (vma.vmaIsAnonymous()) {
        vma.vmPgoff.plain(vma.vmStart.plain());
      }
    }
  }
}
