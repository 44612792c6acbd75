package org.vmacheck.model.ops;

import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.names.Folded;

/**
 * {@code struct vma_remap_struct} ({@code vrm}): one mremap and how far it is. Local to the thread
 * that remaps.
 */
public final class VmaRemap {

  final MmStruct mm;

  /** First page of the source; moves on when several VMAs are moved. */
  long addr;

  long oldPages;
  long newPages;
  final long flags;
  long newAddr;

  /** The VMA that the source is in. */
  VmArea vma;

  /** The VMA at the destination, once there is one ({@code pmc->new}). */
  VmArea copy;

  /** The entries are to be moved under the rmap locks ({@code pmc->need_rmap_locks}). */
  boolean needRmapLocks;

  /** A locked VMA grows: what is new is to be faulted in. */
  boolean populateExpand;

  /** Whether mmap_lock is still held for writing. */
  boolean mmapLocked = true;

  VmaRemap(MmStruct mm, long addr, long oldPages, long newPages, long flags, long newAddr) {
    this.mm = mm;
    this.addr = addr;
    this.oldPages = oldPages;
    this.newPages = newPages;
    this.flags = flags;
    this.newAddr = newAddr;
  }

  /** The VMA that the source is in. */
  public VmArea vma() {
    return vma;
  }

  /** Whether the source is all of its VMA. */
  @Folded
  public boolean isWholeVma() {
    return vma.vmStart.plain() == addr && vma.vmEnd.plain() == addr + oldPages;
  }

  boolean has(long flag) {
    return (flags & flag) != 0;
  }

  /** {@code vrm_implies_new_addr}. */
  boolean impliesNewAddr() {
    return has(Mman.MREMAP_FIXED | Mman.MREMAP_DONTUNMAP);
  }

  /** {@code vrm_overlaps}. */
  boolean overlaps() {
    return addr + oldPages > newAddr && newAddr + newPages > addr;
  }
}
