package org.vmacheck.model.ops;

import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.AnonVma;
import org.vmacheck.model.mm.Mempolicy;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.names.Folded;

/**
 * {@code struct vma_merge_struct} ({@code vmg}): what is to be merged, and how it went. Local to
 * the thread that merges.
 */
public final class VmaMergeStruct {

  /** {@code vmg->state}. */
  public enum State {
    NOMERGE,
    SUCCESS
  }

  final MmStruct mm;

  /** The VMA before the range, null if there is none. */
  VmArea prev;

  /** The VMA that holds the range; null for a new range. */
  VmArea middle;

  /** The VMA behind the range. For an existing range found by the merge itself. */
  VmArea next;

  /** The VMA whose pages are to be merged, null if they have none yet. */
  public VmArea middle() {
    return middle;
  }

  /** The VMA that grows. */
  VmArea target;

  /** First page of the range, then of the merged VMA. */
  long start;

  /** First page behind the range, then behind the merged VMA. */
  long end;

  long pgoff;

  /** As {@code pgoff}, of anonymous pages; another number only where a file is mapped privately. */
  long anonPgoff;

  long vmFlags;
  AddressSpace vmFile;
  AnonVma anonVma;
  Mempolicy vmPolicy;
  String vmUserfaultfdCtx;
  String anonName;

  /** The VMA that a moved range comes from, null otherwise ({@code copied_from}, 7.0). */
  VmArea copiedFrom;

  State state = State.NOMERGE;

  private VmaMergeStruct(MmStruct mm, long start, long end, long pgoff, long vmFlags) {
    this.mm = mm;
    this.start = start;
    this.end = end;
    this.pgoff = pgoff;
    this.anonPgoff = pgoff;
    this.vmFlags = vmFlags;
  }

  /** {@code VMG_STATE}: a range of pages [start, end) that is to become mapped. */
  @Folded
  public static VmaMergeStruct vmgState(
      MmStruct mm, long start, long end, long pgoff, long vmFlags, AddressSpace vmFile) {
    VmaMergeStruct vmg = new VmaMergeStruct(mm, start, end, pgoff, vmFlags);
    vmg.vmFile = vmFile;
    return vmg;
  }

  /** {@code VMG_VMA_STATE}: pages [start, end) of {@code vma}, which are to get other flags. */
  @Folded
  public static VmaMergeStruct vmgVmaState(
      MmStruct mm, VmArea prev, VmArea vma, long start, long end, long vmFlags) {
    VmaMergeStruct vmg = new VmaMergeStruct(mm, start, end, vma.linearPageIndex(start), vmFlags);
    vmg.prev = prev;
    vmg.middle = vma;
    vmg.vmFile = vma.vmFile.plain();
    vmg.anonVma = vma.anonVma.plain();
    vmg.vmPolicy = vma.vmPolicy.plain();
    vmg.vmUserfaultfdCtx = vma.vmUserfaultfdCtx.plain();
    vmg.anonName = vma.anonName.plain();
    return vmg;
  }

  /** The VMA that grows. */
  public VmArea target() {
    return target;
  }

  /** The first page after the range. */
  public long end() {
    return end;
  }

  /** The VMA after the range. */
  public VmArea next() {
    return next;
  }

  /** The flags that the range is to get. */
  public long vmFlags() {
    return vmFlags;
  }

  /** What a copy or an extension of {@code vma} has in common with it. */
  @Folded
  void likeVma(VmArea vma) {
    anonVma = vma.anonVma.plain();
    vmPolicy = vma.vmPolicy.plain();
    vmUserfaultfdCtx = vma.vmUserfaultfdCtx.plain();
    anonName = vma.anonName.plain();
  }

  /** Whether and how it was merged. */
  public State state() {
    return state;
  }
}
