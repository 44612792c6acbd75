package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.Mempolicy;
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
   * {@code vma_modify_flags}, whose flags are in and out: merges pages [start, end) of the VMA with
   * what would be like them under the new flags, or splits them off. Stores no flags.
   */
  public Modified vmaModifyFlags(VmArea prev, VmArea vma, long start, long end, long flags) {
    VmaMergeStruct vmg = vmgOf(prev, vma, start, end, flags);
    VmArea modified = vmaModify(vmg);
    return vmg.state() == VmaMergeStruct.State.SUCCESS
        ? new Modified(modified, flagsAfterMerge(modified, flags))
        : new Modified(modified, flags);
  }

  /**
   * {@code vma_modify_name}: as {@link #vmaModifyFlags} for another {@code anon_name}. Says nothing
   * of the flags after a merge.
   *
   * @return the VMA to store the name into
   */
  public VmArea vmaModifyName(VmArea prev, VmArea vma, long start, long end, String name) {
    VmaMergeStruct vmg = vmgOf(prev, vma, start, end, vma.vmFlags.plain());
    vmg.anonName = name;
    return vmaModify(vmg);
  }

  /**
   * {@code vma_modify_flags_uffd}: as {@link #vmaModifyFlags} for another userfaultfd context. Says
   * nothing of the flags after a merge.
   *
   * @return the VMA to store the context and the flags into
   */
  public VmArea vmaModifyFlagsUffd(
      VmArea prev, VmArea vma, long start, long end, long flags, String ctx) {
    VmaMergeStruct vmg = vmgOf(prev, vma, start, end, flags);
    vmg.vmUserfaultfdCtx = ctx;
    return vmaModify(vmg);
  }

  /**
   * {@code vma_modify_policy}: as {@link #vmaModifyFlags} for another {@code vm_policy}.
   *
   * @return the VMA to store the policy into
   */
  public VmArea vmaModifyPolicy(VmArea prev, VmArea vma, long start, long end, Mempolicy policy) {
    VmaMergeStruct vmg = vmgOf(prev, vma, start, end, vma.vmFlags.plain());
    vmg.vmPolicy = policy;
    return vmaModify(vmg);
  }

  @Folded
  private VmaMergeStruct vmgOf(VmArea prev, VmArea vma, long start, long end, long flags) {
    VmaMergeStruct vmg = VmaMergeStruct.vmgVmaState(vma.vmMm.plain(), prev, vma, start, end, flags);
    vmg.anonPgoff = kernel.path(AnonPgoff.class).linearAnonPageIndex(vma, start);
    return vmg;
  }

  /** {@code vma_modify}: merged, or split, or the VMA itself, which then nobody has locked yet. */
  private VmArea vmaModify(VmaMergeStruct vmg) {
    VmArea vma = vmg.middle;
    long start = vmg.start;
    long end = vmg.end;
    VmArea merged = kernel.path(VmaMerge.class).vmaMergeExistingRange(vmg);
    if (merged != null) {
      return merged;
    }
    if (vma.vmStart.plain() < start) {
      kernel.path(VmaSplit.class).splitOffBelow(vma, start);
    }
    if (vma.vmEnd.plain() > end) {
      kernel.path(VmaSplit.class).splitOffAbove(vma, end);
    }
    return vma;
  }

  /** The merged VMA's own: they hold the sticky flags of all parts (race A5, claim C70). */
  @Folded
  protected long flagsAfterMerge(VmArea merged, long requested) {
    return merged.vmFlags.plain();
  }
}
