package org.vmacheck.model.ops;

import java.util.List;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.AnonVma;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.names.Folded;

/**
 * mm/vma.c, {@code struct vma_prepare}: the frame around every change of a VMA's range. {@link
 * #vmaPrepare} takes the rmap locks, {@link #vmaComplete} puts VMAs in and out and gives the locks
 * back. VMA write locks are the caller's.
 */
public final class VmaCommit {

  private final Kernel kernel;
  private final VmArea vma;
  private final VmArea adjacent;
  private final VmArea insert;
  private final List<VmArea> removed;
  private final AddressSpace mapping;
  private final AnonVma anonVma;

  private VmaCommit(
      Kernel kernel, VmArea vma, VmArea adjacent, VmArea insert, List<VmArea> removed) {
    this.kernel = kernel;
    this.vma = vma;
    this.adjacent = adjacent;
    this.insert = insert;
    this.removed = removed;
    this.mapping = vma.vmFile.plain();
    AnonVma own = vma.anonVma.plain();
    this.anonVma = own != null || adjacent == null ? own : adjacent.anonVma.plain();
    kernel.path(VmaLock.class).vmaAssertWriteLocked(vma);
    if (adjacent != null) {
      kernel.path(VmaLock.class).vmaAssertWriteLocked(adjacent);
    }
  }

  /** {@code vma} is cut, and {@code insert}, not in the tree yet, gets the rest. */
  @Folded
  static VmaCommit ofSplit(Kernel kernel, VmArea vma, VmArea insert) {
    return new VmaCommit(kernel, vma, null, insert, List.of());
  }

  /**
   * {@code vma} grows over {@code removed}, or over a part of {@code adjacent}.
   *
   * @param adjacent the VMA that is cut, null if none is
   */
  @Folded
  static VmaCommit ofMerge(Kernel kernel, VmArea vma, VmArea adjacent, List<VmArea> removed) {
    return new VmaCommit(kernel, vma, adjacent, null, removed);
  }

  /** {@code vma_prepare}. */
  void vmaPrepare() {
    if (mapping != null) {
      kernel.path(Rmap.class).iMmapLockWrite(mapping);
      if (insert != null) {
        mapping.insert(insert);
      }
    }
    if (anonVma != null) {
      kernel.path(Rmap.class).anonVmaLockWrite(anonVma);
    }
  }

  /** {@code vma_complete}. */
  void vmaComplete() {
    MmStruct mm = vma.vmMm.plain();
    if (mapping != null) {
      mapping.update(adjacent == null ? List.of(vma) : List.of(vma, adjacent), removed);
    }
    if (insert != null) {
      kernel.path(VmaIterator.class).vmaIterStoreNew(mm, insert);
      mm.mapCount.plain(mm.mapCount.plain() + 1);
    }
    if (anonVma != null) {
      kernel.path(Rmap.class).anonVmaUnlockWrite(anonVma);
    }
    if (mapping != null) {
      kernel.path(Rmap.class).iMmapUnlockWrite(mapping);
    }
    for (VmArea gone : removed) {
      kernel.path(VmaLock.class).vmaMarkDetached(gone);
      kernel.path(Rmap.class).unlinkAnonVmas(gone);
      mm.mapCount.plain(mm.mapCount.plain() - 1);
      kernel.path(VmaAlloc.class).vmAreaFree(gone);
    }
  }
}
