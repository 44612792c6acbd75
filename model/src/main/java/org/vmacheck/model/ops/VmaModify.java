package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.names.Folded;

/**
 * mm/vma.c: makes a VMA of just the pages that are to change. Caller holds mmap_lock for writing.
 */
public class VmaModify {

  private final Kernel kernel;

  public VmaModify(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * A VMA to store flags into.
   *
   * @param vma covers the pages that change
   * @param flags what to store: after a merge they may hold more than was asked for
   */
  public record Modified(VmArea vma, long flags) {}

  /**
   * {@code vma_modify_flags} (6.18.y of mid-2026: the flags are in and out, 9119d6c2095b): merges
   * pages [start, end) of the VMA with what would be like them under the new flags, or splits them
   * off. Stores no flags.
   */
  public Modified vmaModifyFlags(VmArea prev, VmArea vma, long start, long end, long flags) {
    MmStruct mm = vma.vmMm.plain();
    VmaMergeStruct vmg = VmaMergeStruct.vmgVmaState(mm, prev, vma, start, end, flags);
    VmArea merged = kernel.path(VmaMerge.class).vmaMergeExistingRange(vmg);
    if (merged != null) {
      return new Modified(merged, flagsAfterMerge(merged, flags));
    }
    if (vma.vmStart.plain() < start) {
      kernel.path(VmaSplit.class).splitOffBelow(vma, start);
    }
    if (vma.vmEnd.plain() > end) {
      kernel.path(VmaSplit.class).splitOffAbove(vma, end);
    }
    return new Modified(vma, flags);
  }

  /** The merged VMA's own: they hold the sticky flags of all parts (race A5, claim C70). */
  @Folded
  protected long flagsAfterMerge(VmArea merged, long requested) {
    return merged.vmFlags.plain();
  }
}
