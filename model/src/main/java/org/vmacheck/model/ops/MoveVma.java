package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.memory.lockdep.LockClass;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;
import org.vmacheck.model.pgtable.Geometry;
import org.vmacheck.model.pgtable.PageTables;
import org.vmacheck.model.pgtable.Pmd;
import org.vmacheck.model.pgtable.Pte;
import org.vmacheck.model.pgtable.PteMap;
import org.vmacheck.model.pgtable.PteTable;

/**
 * mm/vma.c, {@code copy_vma}, and mm/mremap.c, {@code move_page_tables}. The caller holds mmap_lock
 * for writing and has write-locked the source.
 */
public class MoveVma {

  protected final Kernel kernel;

  public MoveVma(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * {@code copy_vma}: a VMA at the destination that is like the source, or a neighbour that grows
   * over the destination. If the source itself is what grew, {@code vrm.vma} follows.
   */
  VmArea copyVma(VmaRemap vrm) {
    VmArea vma = vrm.vma;
    MmStruct mm = vrm.mm;
    long start = vrm.newAddr;
    long end = start + vrm.newPages;
    long pgoff = vma.linearPageIndex(vrm.addr);
    long anonPgoff = kernel.path(AnonPgoff.class).linearAnonPageIndex(vma, vrm.addr);
    if (vma.anonVma.plain() == null) {
      // Nothing is mapped yet, so its place may be counted from here: that is more often mergeable.
      anonPgoff = start;
      pgoff = vma.vmaIsAnonymous() ? start : pgoff;
    }
    VmaMergeStruct vmg =
        VmaMergeStruct.vmgState(mm, start, end, pgoff, vma.vmFlags.plain(), vma.vmFile.plain());
    vmg.anonPgoff = anonPgoff;
    vmg.likeVma(vma);
    vmg.copiedFrom = copiedFrom(vma);
    vmg.prev = kernel.path(VmaIterator.class).vmaIterLoad(mm).before(start);
    vmg.next = kernel.path(VmaIterator.class).vmaIterLoad(mm).find(end);
    if (vrm.has(Mman.MREMAP_DONTUNMAP)) {
      forbidSelfMerge(vmg, vma);
    }
    VmArea merged = vmaMergeCopiedRange(vmg, vrm);
    if (merged != null) {
      if (merged.vmStart.plain() <= vrm.addr && vrm.addr < merged.vmEnd.plain()) {
        vrm.vma = merged;
      }
      vrm.needRmapLocks = needRmapLocks(merged, vrm.vma);
      return merged;
    }
    return linkCopy(vma, start, end, pgoff, anonPgoff);
  }

  /**
   * {@code vma_merge_copied_range}: what is registered with userfaultfd merges with nothing, since
   * what is moved will not be registered, and with it all of the VMA would not (claim C111, 7.3).
   */
  private VmArea vmaMergeCopiedRange(VmaMergeStruct vmg, VmaRemap vrm) {
    return losesRegistration(vrm) ? null : kernel.path(VmaMerge.class).vmaMergeNewRange(vmg);
  }

  @Folded
  protected boolean losesRegistration(VmaRemap vrm) {
    return needClearUffd(vrm);
  }

  /** A walk over the reverse maps that has passed the destination must not miss an entry. */
  @Folded
  protected boolean needRmapLocks(VmArea merged, VmArea source) {
    return merged.vmPgoff.plain() <= source.vmPgoff.plain();
  }

  /** {@code vmg->copied_from}: whose anon_vma the merged VMA has to take over (7.0, stable). */
  @Folded
  protected VmArea copiedFrom(VmArea vma) {
    return vma;
  }

  /** A source that stays is another VMA than its copy; only an unfaulted one could be the same. */
  @Folded
  protected void forbidSelfMerge(VmaMergeStruct vmg, VmArea source) {
    if (!source.vmaIsAnonymous() || source.anonVma.plain() != null) {
      return;
    }
    if (vmg.prev == source) {
      vmg.prev = null;
    }
    if (vmg.next == source) {
      vmg.next = null;
    }
  }

  @Folded
  private VmArea linkCopy(VmArea vma, long start, long end, long pgoff, long anonPgoff) {
    MmStruct mm = vma.vmMm.plain();
    VmArea copy = kernel.path(VmaAlloc.class).vmAreaDup(vma);
    copy.vmStart.plain(start);
    copy.vmEnd.plain(end);
    copy.vmPgoff.plain(pgoff);
    kernel.path(AnonPgoff.class).vmaSetAnonPgoff(copy, anonPgoff);
    kernel.path(Rmap.class).anonVmaClone(copy, vma);
    kernel.path(VmaLock.class).vmaStartWrite(copy);
    kernel.path(VmaIterator.class).vmaIterStoreNew(mm, copy);
    kernel.path(Rmap.class).linkFile(copy);
    mm.mapCount.plain(mm.mapCount.plain() + 1);
    return copy;
  }

  /**
   * {@code move_page_tables}: a table as a whole where that can be, else entry by entry; guard
   * markers move like any other. A table that somebody retracts meanwhile is looked at again.
   */
  void movePageTables(VmaRemap vrm) {
    PageTables tables = vrm.mm.pageTables;
    long end = vrm.addr + vrm.oldPages;
    long page = vrm.addr;
    while (page < end) {
      long to = vrm.newAddr + page - vrm.addr;
      long extent = getExtent(tables.geometry(), page, end, to);
      if (tables.pmd(page).entry.readOnce() != null) {
        moveExtent(vrm, page, to, extent);
      }
      page += extent;
    }
  }

  /** {@code get_extent}: how many pages lie in one PMD range on both sides. */
  private static long getExtent(Geometry geometry, long page, long end, long to) {
    long toEnd = geometry.pmdAddrEnd(to, Long.MAX_VALUE);
    return Math.min(geometry.pmdAddrEnd(page, end) - page, toEnd - to);
  }

  @KernelFunction("move_page_tables")
  private void moveExtent(VmaRemap vrm, long page, long to, long extent) {
    PageTables tables = vrm.mm.pageTables;
    while (true) {
      if (extent == tables.geometry().pagesPerTable()
          && uffdSupportsPageTableMove(vrm)
          && moveNormalPmd(vrm, page, to)) {
        return;
      }
      if (tables.pmd(page).entry.readOnce() == null) {
        return;
      }
      kernel.path(PteMap.class).pteAlloc(tables, to);
      if (movePtes(vrm, page, to, extent)) {
        return;
      }
    }
  }

  /** {@code uffd_supports_page_table_move}: entries that have to be looked at move one by one. */
  private boolean uffdSupportsPageTableMove(VmaRemap vrm) {
    return !needClearUffd(vrm) && vrm.copy.vmUserfaultfdCtx.plain() == null;
  }

  /**
   * {@code move_normal_pmd}: the table itself goes over, always under the rmap locks.
   *
   * @return false if there is no table any more, or the destination has one
   */
  private boolean moveNormalPmd(VmaRemap vrm, long page, long to) {
    Pmd oldPmd = vrm.mm.pageTables.pmd(page);
    Pmd newPmd = vrm.mm.pageTables.pmd(to);
    takeRmapLocksOfTable(vrm);
    KernelBug.check(
        newPmd.entry.readOnce() == null, "move_normal_pmd", "the destination has a table");
    oldPmd.pmdLock();
    newPmd.pmdLockNested();
    PteTable table = oldPmd.entry.readOnce();
    boolean moved = isStillTable(table);
    if (moved) {
      oldPmd.entry.writeOnce(null);
      newPmd.entry.writeOnce(kernel.path(PteMap.class).pmdPgtable(table));
      long pages = vrm.mm.pageTables.geometry().pagesPerTable();
      kernel.path(TlbFlush.class).flushTlbRange(vrm.mm, page, page + pages);
    }
    newPmd.pmdUnlock();
    oldPmd.pmdUnlock();
    dropRmapLocksOfTable(vrm);
    return moved;
  }

  /** Whoever walks by them would go on in the table, and flush the address that it had. */
  @Folded
  protected void takeRmapLocksOfTable(VmaRemap vrm) {
    kernel.path(Rmap.class).takeRmapLocks(vrm.vma);
  }

  @Folded
  protected void dropRmapLocksOfTable(VmaRemap vrm) {
    kernel.path(Rmap.class).dropRmapLocks(vrm.vma);
  }

  /**
   * The re-check under the PMD locks: a collapse may have taken the table since it was decided to
   * move one, as it needs the rmap lock for reading and the PMD lock only (claim C87).
   */
  @Folded
  protected boolean isStillTable(PteTable pmd) {
    return pmd != null;
  }

  /**
   * {@code move_ptes}: the destination's ptl nests in the source's. The destination's PMD is not
   * looked at again under its ptl: retraction is expected to refuse the new VMA.
   *
   * @return false if either table is gone
   */
  private boolean movePtes(VmaRemap vrm, long page, long to, long extent) {
    if (!vrm.needRmapLocks) {
      return movePtesLocked(vrm, page, to, extent);
    }
    kernel.path(Rmap.class).takeRmapLocks(vrm.vma);
    boolean moved = movePtesLocked(vrm, page, to, extent);
    kernel.path(Rmap.class).dropRmapLocks(vrm.vma);
    return moved;
  }

  @KernelFunction("move_ptes")
  private boolean movePtesLocked(VmaRemap vrm, long page, long to, long extent) {
    MmStruct mm = vrm.mm;
    PageTables tables = mm.pageTables;
    PteMap map = kernel.path(PteMap.class);
    PteTable source = map.pteOffsetMapLock(tables, page);
    if (source == null) {
      return false;
    }
    PteTable target = map.pteOffsetMapRwNolock(tables, to);
    if (target == null) {
      map.pteUnmapUnlock(source);
      return false;
    }
    boolean nested = target != source;
    if (nested) {
      target.ptl.lockNested(LockClass.SINGLE_DEPTH_NESTING);
    }
    boolean clearUffd = needClearUffd(vrm);
    for (long offset = 0; offset < extent; offset++) {
      movePte(
          map.pte(tables, source, page + offset), map.pte(tables, target, to + offset), clearUffd);
    }
    flushBeforeUnlock(mm, page, page + extent);
    if (nested) {
      target.ptl.unlock();
    }
    map.pteUnmap();
    map.pteUnmapUnlock(source);
    flushAfterUnlock(mm, page, page + extent);
    return true;
  }

  /** Once the destination's ptl is free the page can be unmapped there, and freed (D15). */
  @Folded
  protected void flushBeforeUnlock(MmStruct mm, long start, long end) {
    kernel.path(TlbFlush.class).flushTlbRange(mm, start, end);
  }

  /** Too late. */
  @Folded
  protected void flushAfterUnlock(MmStruct mm, long start, long end) {}

  @KernelFunction("move_ptes")
  private static void movePte(Word from, Word to, boolean needClearUffd) {
    KernelBug.check(to.readOnce() == Pte.NONE, "move_ptes", "the destination's entry is not none");
    if (from.readOnce() == Pte.NONE) {
      return;
    }
    long entry = from.xchg(Pte.NONE);
    // A marker becomes an empty entry.
    to.writeOnce(needClearUffd ? entry & ~Pte.UFFD : entry);
  }

  /**
   * {@code vma_has_uffd_without_event_remap}: the destination will not be registered, so nothing
   * may be left there that its write faults would trip over (6.13).
   */
  @Folded
  protected boolean needClearUffd(VmaRemap vrm) {
    return vrm.vma.vmUserfaultfdCtx.plain() != null;
  }
}
