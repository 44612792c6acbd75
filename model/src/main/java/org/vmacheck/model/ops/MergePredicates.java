package org.vmacheck.model.ops;

import java.util.Objects;
import org.vmacheck.model.mm.AnonVma;
import org.vmacheck.model.mm.Mempolicy;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.mm.VmOperations;
import org.vmacheck.model.names.KernelFunction;

/** mm/vma.c: when two neighbours may become one (with the anon_vma rules of 6.16). */
public class MergePredicates {

  /** {@code is_mergeable_vma}. */
  protected boolean isMergeableVma(VmaMergeStruct vmg, VmArea vma) {
    return Mempolicy.mpolEqual(vma.vmPolicy.plain(), vmg.vmPolicy)
        && ((vma.vmFlags.plain() ^ vmg.vmFlags) & ~ignoredFlags()) == 0
        && vma.vmFile.plain() == vmg.vmFile
        && Objects.equals(vma.vmUserfaultfdCtx.plain(), vmg.vmUserfaultfdCtx)
        && Objects.equals(vma.anonName.plain(), vmg.anonName);
  }

  /** {@code VM_IGNORE_MERGE}: what two VMAs may differ in; before sticky flags only soft-dirty. */
  protected long ignoredFlags() {
    return VmFlags.IGNORE_MERGE;
  }

  /** {@code is_mergeable_anon_vma}. */
  protected boolean isMergeableAnonVma(VmaMergeStruct vmg, VmArea target) {
    AnonVma theirs = target.anonVma.plain();
    if (theirs == null && vmg.anonVma != null) {
      return (vmg.middle == null || !isForkChild(vmg.middle))
          && (vmg.copiedFrom == null || !isForkChild(vmg.copiedFrom));
    }
    if (theirs != null && vmg.anonVma == null) {
      return !isForkChild(target);
    }
    return sameAnonVma(vmg, theirs);
  }

  /** Whether the range has this anon_vma, or both have none. */
  protected static boolean sameAnonVma(VmaMergeStruct vmg, AnonVma theirs) {
    return theirs == vmg.anonVma;
  }

  /** {@code vma_is_fork_child} (7.0; {@code vma_had_uncowed_parents} before). */
  @KernelFunction("vma_is_fork_child")
  protected boolean isForkChild(VmArea vma) {
    return vma.anonVma.plain() != null && vma.anonVmaChain.plain().size() != 1;
  }

  /** {@code can_vma_merge_left}: the range continues prev. */
  public boolean canVmaMergeLeft(VmaMergeStruct vmg) {
    VmArea prev = vmg.prev;
    return prev != null
        && prev.vmEnd.plain() == vmg.start
        && isMergeableVma(vmg, prev)
        && isMergeableAnonVma(vmg, prev)
        && prev.vmPgoff.plain() + prev.vmaPages() == vmg.pgoff
        && (!needsAdjacentAnonPgoff(vmg)
            || prev.vmAnonPgoff.plain() + prev.vmaPages() == vmg.anonPgoff);
  }

  /** {@code can_vma_merge_right} for a range that does not merge with prev. */
  public boolean canVmaMergeRight(VmaMergeStruct vmg) {
    VmArea next = vmg.next;
    return next != null
        && vmg.end == next.vmStart.plain()
        && isMergeableVma(vmg, next)
        && isMergeableAnonVma(vmg, next)
        && vmg.pgoff + (vmg.end - vmg.start) == next.vmPgoff.plain()
        && (!needsAdjacentAnonPgoff(vmg)
            || vmg.anonPgoff + (vmg.end - vmg.start) == next.vmAnonPgoff.plain());
  }

  /** {@code needs_adjacent_anon_pgoff}: private mappings of files have two offsets (7.3). */
  protected boolean needsAdjacentAnonPgoff(VmaMergeStruct vmg) {
    return vmg.vmFile != null
        && (vmg.vmFlags & (VmFlags.MAYWRITE | VmFlags.SHARED)) == VmFlags.MAYWRITE;
  }

  /** {@code can_vma_merge_right} for a range that merges with prev as well. */
  @KernelFunction("can_vma_merge_right")
  public boolean canVmaMergeBoth(VmaMergeStruct vmg) {
    if (!canVmaMergeRight(vmg)) {
      return false;
    }
    AnonVma left = vmg.prev.anonVma.plain();
    AnonVma right = vmg.next.anonVma.plain();
    return left == null || right == null || left == right;
  }

  /** {@code can_merge_remove_vma}: a driver that wants to hear of the end keeps its VMA. */
  public boolean canMergeRemoveVma(VmArea vma) {
    VmOperations ops = vma.vmOps.plain();
    return ops == null || !ops.hasClose();
  }
}
