package org.vmacheck.model.ops;

import java.util.function.Consumer;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.pgtable.PteMap;

/** mm/pagewalk.c: walks over page tables that say which locks they need on the VMAs. */
public class PageWalk {

  /** {@code enum page_walk_lock}. */
  public enum WalkLock {
    /** {@code PGWALK_RDLOCK}: mmap_lock is held, and that is enough. */
    RDLOCK,
    /** {@code PGWALK_WRLOCK}: mmap_lock is held for writing, and each VMA is write-locked. */
    WRLOCK,
    /** {@code PGWALK_WRLOCK_VERIFY}: the caller has write-locked them. */
    WRLOCK_VERIFY,
    /** {@code PGWALK_VMA_RDLOCK_VERIFY}: the caller has locked the VMA, in any mode. */
    VMA_RDLOCK_VERIFY
  }

  private final Kernel kernel;

  public PageWalk(Kernel kernel) {
    this.kernel = kernel;
  }

  /** {@code walk_page_range}: the entries of pages [start, end) of all VMAs there. */
  public void walkPageRange(
      MmStruct mm, long start, long end, WalkLock lock, PteMap.PteEntry pteEntry) {
    processMmWalkLock(mm, lock);
    for (VmArea vma : kernel.path(VmaIterator.class).vmaIterLoad(mm).in(start, end)) {
      processVmaWalkLock(vma, lock);
      long from = Math.max(start, vma.vmStart.plain());
      long upTo = Math.min(end, vma.vmEnd.plain());
      kernel.path(PteMap.class).walkPageRange(mm.pageTables, from, upTo, pteEntry);
    }
  }

  /** {@code walk_page_range_vma}: those of pages [start, end) of one VMA. */
  public void walkPageRangeVma(
      VmArea vma, long start, long end, WalkLock lock, Consumer<Word> pteEntry) {
    MmStruct mm = vma.vmMm.plain();
    processMmWalkLock(mm, lock);
    processVmaWalkLock(vma, lock);
    kernel.path(PteMap.class).walkPageRange(mm.pageTables, start, end, pteEntry);
  }

  /** {@code process_mm_walk_lock}. */
  private void processMmWalkLock(MmStruct mm, WalkLock lock) {
    if (lock == WalkLock.RDLOCK) {
      kernel.path(MmapLock.class).mmapAssertLocked(mm);
    } else if (lock != WalkLock.VMA_RDLOCK_VERIFY) {
      kernel.path(MmapLock.class).mmapAssertWriteLocked(mm);
    }
  }

  /** {@code process_vma_walk_lock}: to be called for each VMA, before its entries are looked at. */
  protected void processVmaWalkLock(VmArea vma, WalkLock lock) {
    VmaLock vmaLock = kernel.path(VmaLock.class);
    switch (lock) {
      case WRLOCK -> vmaLock.vmaStartWrite(vma);
      case WRLOCK_VERIFY -> vmaLock.vmaAssertWriteLocked(vma);
      case VMA_RDLOCK_VERIFY -> vmaLock.vmaAssertLocked(vma);
      default -> {
        // mmap_lock is enough.
      }
    }
  }
}
