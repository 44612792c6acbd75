package org.vmacheck.model.ops;

import java.util.List;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.VmaFlagAccess;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.names.Folded;

/** mm/vma.c: merging of VMAs, with sticky flags. The caller holds mmap_lock for writing. */
public class VmaMerge {

  protected final Kernel kernel;

  public VmaMerge(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * {@code vma_merge_existing_range}: pages [start, end) of {@code middle} are to get {@code
   * vmg.vmFlags}; merges them with the neighbours if they are alike then.
   *
   * <pre>
   *   |prev|--middle--|next|    left:   |prev......|next|   or  |prev..|middle|
   *         start   end         right:  |prev|.......next|  or  |middle|..next|
   *                             both:   |prev............|
   * </pre>
   *
   * @return the merged VMA, write-locked, or null if nothing was merged
   */
  public VmArea vmaMergeExistingRange(VmaMergeStruct vmg) {
    VmArea middle = vmg.middle;
    boolean leftEdge = vmg.start == middle.vmStart.plain();
    boolean rightEdge = vmg.end == middle.vmEnd.plain();
    if ((vmg.vmFlags & VmFlags.SPECIAL) != 0 || !(leftEdge || rightEdge)) {
      return null;
    }
    MergePredicates may = kernel.path(MergePredicates.class);
    boolean left = leftEdge && may.canVmaMergeLeft(vmg);
    boolean right = false;
    if (rightEdge) {
      vmg.next = kernel.path(VmaIterator.class).vmaIterLoad(vmg.mm).find(vmg.end);
      right = left ? may.canVmaMergeBoth(vmg) : may.canVmaMergeRight(vmg);
    }
    boolean removeMiddle = leftEdge && rightEdge;
    if (!(left || right) || (removeMiddle && !may.canMergeRemoveVma(middle))) {
      return null;
    }
    if (left && right && !may.canMergeRemoveVma(vmg.next)) {
      right = false;
    }
    long stickyFlags = vmg.vmFlags & VmFlags.STICKY;
    lockMerging(middle);
    if (right) {
      lockMerging(vmg.next);
      vmg.target = vmg.next;
      stickyFlags |= vmg.next.vmFlags.plain() & VmFlags.STICKY;
    }
    if (left) {
      lockMerging(vmg.prev);
      vmg.target = vmg.prev;
      stickyFlags |= vmg.prev.vmFlags.plain() & VmFlags.STICKY;
    }
    if (left && right) {
      mergeBoth(vmg, stickyFlags);
    } else if (left) {
      mergeLeft(vmg, removeMiddle, stickyFlags);
    } else {
      mergeRight(vmg, removeMiddle, stickyFlags);
    }
    vmg.state = VmaMergeStruct.State.SUCCESS;
    return vmg.target;
  }

  /** Before anything of it changes, the anon_vma of the one that grows included (C8). */
  @Folded
  protected void lockMerging(VmArea vma) {
    kernel.path(VmaLock.class).vmaStartWrite(vma);
  }

  /** {@code vma_prepare} takes no VMA lock itself. */
  @Folded
  protected void beforePrepare(VmArea... vmas) {}

  @Folded
  private void mergeBoth(VmaMergeStruct vmg, long stickyFlags) {
    vmg.start = vmg.prev.vmStart.plain();
    vmg.end = vmg.next.vmEnd.plain();
    countFromPrev(vmg);
    VmArea faulted = vmg.next.anonVma.plain() != null ? vmg.next : vmg.middle;
    kernel.path(Rmap.class).dupAnonVma(vmg.prev, faulted);
    beforePrepare(vmg.prev, vmg.middle, vmg.next);
    VmaCommit commit = VmaCommit.ofMerge(kernel, vmg.target, null, List.of(vmg.middle, vmg.next));
    commitMerge(vmg, commit, () -> {}, stickyFlags);
  }

  @Folded
  private void countFromPrev(VmaMergeStruct vmg) {
    vmg.pgoff = vmg.prev.vmPgoff.plain();
    vmg.anonPgoff = kernel.path(AnonPgoff.class).vmaStartAnonPgoff(vmg.prev);
  }

  /** For a range that does not reach over the next VMA yet. */
  @Folded
  private void countFromNext(VmaMergeStruct vmg) {
    long pages = vmg.end - vmg.start;
    vmg.pgoff = vmg.next.vmPgoff.plain() - pages;
    vmg.anonPgoff = kernel.path(AnonPgoff.class).vmaStartAnonPgoff(vmg.next) - pages;
  }

  /** The VMA loses the pages in front of {@code start}. */
  @Folded
  private void moveStart(VmArea vma, long start) {
    AnonPgoff anonPgoff = kernel.path(AnonPgoff.class);
    long index = anonPgoff.linearAnonPageIndex(vma, start);
    vma.vmPgoff.plain(vma.linearPageIndex(start));
    anonPgoff.vmaSetAnonPgoff(vma, index);
    vma.vmStart.plain(start);
  }

  @Folded
  private void mergeLeft(VmaMergeStruct vmg, boolean removeMiddle, long stickyFlags) {
    VmArea middle = vmg.middle;
    long cut = vmg.end;
    vmg.start = vmg.prev.vmStart.plain();
    countFromPrev(vmg);
    kernel.path(Rmap.class).dupAnonVma(vmg.prev, middle);
    beforePrepare(vmg.prev, middle);
    if (removeMiddle) {
      commitMerge(
          vmg, VmaCommit.ofMerge(kernel, vmg.target, null, List.of(middle)), () -> {}, stickyFlags);
    } else {
      commitMerge(
          vmg,
          VmaCommit.ofMerge(kernel, vmg.target, middle, List.of()),
          () -> moveStart(middle, cut),
          stickyFlags);
    }
  }

  @Folded
  private void mergeRight(VmaMergeStruct vmg, boolean removeMiddle, long stickyFlags) {
    VmArea middle = vmg.middle;
    long cut = vmg.start;
    countFromNext(vmg);
    vmg.end = vmg.next.vmEnd.plain();
    kernel.path(Rmap.class).dupAnonVma(vmg.next, middle);
    beforePrepare(vmg.next, middle);
    if (removeMiddle) {
      commitMerge(
          vmg, VmaCommit.ofMerge(kernel, vmg.target, null, List.of(middle)), () -> {}, stickyFlags);
    } else {
      commitMerge(
          vmg,
          VmaCommit.ofMerge(kernel, vmg.target, middle, List.of()),
          () -> middle.vmEnd.plain(cut),
          stickyFlags);
    }
  }

  /**
   * {@code commit_merge}, and the sticky flags after it: the target gets them only after the rmap
   * locks are gone (race A7).
   *
   * @param adjust cuts the VMA that gives up a part of its range
   */
  protected void commitMerge(
      VmaMergeStruct vmg, VmaCommit commit, Runnable adjust, long stickyFlags) {
    commit.vmaPrepare();
    vmaSetRange(vmg.target, vmg.start, vmg.end, vmg.pgoff, vmg.anonPgoff);
    adjust.run();
    kernel.path(VmaIterator.class).vmaIterStoreOverwrite(vmg.mm, vmg.target);
    commit.vmaComplete();
    setSticky(vmg.target, stickyFlags);
  }

  /** A bit that asks fork to copy must not be lost in a merge, so it is sticky (claim C71). */
  @Folded
  protected void setSticky(VmArea target, long stickyFlags) {
    kernel.path(VmaFlagAccess.class).vmaSetFlagsMask(target, stickyFlags);
  }

  /** {@code vma_set_range}. */
  private void vmaSetRange(VmArea vma, long start, long end, long pgoff, long anonPgoff) {
    vma.vmStart.plain(start);
    vma.vmEnd.plain(end);
    vma.vmPgoff.plain(pgoff);
    kernel.path(AnonPgoff.class).vmaSetAnonPgoff(vma, anonPgoff);
  }

  /**
   * {@code vma_merge_new_range}: pages [start, end) are to be mapped; lets a neighbour grow over
   * them, or both neighbours become one.
   *
   * @return the merged VMA, write-locked, or null if nothing was merged
   */
  public VmArea vmaMergeNewRange(VmaMergeStruct vmg) {
    if ((vmg.vmFlags & VmFlags.SPECIAL) != 0) {
      return null;
    }
    MergePredicates may = kernel.path(MergePredicates.class);
    boolean left = may.canVmaMergeLeft(vmg);
    boolean right = left ? may.canVmaMergeBoth(vmg) : may.canVmaMergeRight(vmg);
    if (left && right && !may.canMergeRemoveVma(vmg.next)) {
      right = false;
    }
    if (!(left || right)) {
      return null;
    }
    if (right) {
      countFromNext(vmg);
      vmg.end = vmg.next.vmEnd.plain();
      vmg.target = vmg.next;
    }
    if (left) {
      vmg.start = vmg.prev.vmStart.plain();
      countFromPrev(vmg);
      vmg.target = vmg.prev;
    }
    if (!vmaExpand(vmg)) {
      return null;
    }
    vmg.state = VmaMergeStruct.State.SUCCESS;
    return vmg.target;
  }

  /**
   * {@code vma_expand}: the target grows to [start, end), over the next VMA if it ends there. The
   * target is write-locked on return. The anon_vma of {@code next} is taken over before {@code
   * next} is write-locked: only who holds mmap_lock could set it, and nobody else does.
   *
   * @return false if there is no memory, and nothing has changed
   */
  public boolean vmaExpand(VmaMergeStruct vmg) {
    VmArea target = vmg.target;
    VmArea next = vmg.next;
    boolean removeNext = removesNext(vmg);
    long stickyFlags = lockTarget(vmg, removeNext);
    if (removeNext && !kernel.path(Rmap.class).dupAnonVma(target, next)) {
      return false;
    }
    if (vmg.copiedFrom != null) {
      kernel.path(Rmap.class).dupAnonVma(target, vmg.copiedFrom);
    }
    if (removeNext) {
      stickyFlags |= lockNext(next);
    }
    VmaCommit commit =
        VmaCommit.ofMerge(kernel, target, null, removeNext ? List.of(next) : List.of());
    commitMerge(vmg, commit, () -> {}, stickyFlags);
    return true;
  }

  @Folded
  protected static boolean removesNext(VmaMergeStruct vmg) {
    VmArea next = vmg.next();
    return next != null && next != vmg.target() && vmg.end() == next.vmEnd.plain();
  }

  /**
   * Write-locks the target, and samples the sticky flags of the new range and of the target, which
   * a guard install under the VMA read lock could still change before.
   */
  @Folded
  protected long lockTarget(VmaMergeStruct vmg, boolean removeNext) {
    kernel.path(VmaLock.class).vmaStartWrite(vmg.target());
    return (vmg.vmFlags() | vmg.target().vmFlags.plain()) & VmFlags.STICKY;
  }

  /** Write-locks the VMA that is merged away, and samples its sticky flags once that is done. */
  @Folded
  protected long lockNext(VmArea next) {
    kernel.path(VmaLock.class).vmaStartWrite(next);
    return next.vmFlags.plain() & VmFlags.STICKY;
  }
}
