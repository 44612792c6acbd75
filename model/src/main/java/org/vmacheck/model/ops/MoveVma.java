package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;
import org.vmacheck.model.pgtable.PageTables;
import org.vmacheck.model.pgtable.Pte;
import org.vmacheck.model.pgtable.PteMap;
import org.vmacheck.model.pgtable.PteTable;

/**
 * mm/vma.c, {@code copy_vma}, and mm/mremap.c, {@code move_page_tables} (facts.md C.13). The caller
 * holds mmap_lock for writing and has write-locked the source.
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
    if (vma.vmaIsAnonymous() && vma.anonVma.plain() == null) {
      // Nothing is mapped yet, so its place may be counted from here: that is more often mergeable.
      pgoff = start;
    }
    VmaMergeStruct vmg =
        VmaMergeStruct.vmgState(mm, start, end, pgoff, vma.vmFlags.plain(), vma.vmFile.plain());
    vmg.likeVma(vma);
    vmg.copiedFrom = copiedFrom(vma);
    vmg.prev = kernel.path(VmaIterator.class).vmaIterLoad(mm).before(start);
    vmg.next = kernel.path(VmaIterator.class).vmaIterLoad(mm).find(end);
    VmArea merged = kernel.path(VmaMerge.class).vmaMergeNewRange(vmg);
    if (merged != null) {
      if (merged.vmStart.plain() <= vrm.addr && vrm.addr < merged.vmEnd.plain()) {
        vrm.vma = merged;
      }
      return merged;
    }
    return linkCopy(vma, start, end, pgoff);
  }

  /** {@code vmg->copied_from}: whose anon_vma the merged VMA has to take over (7.0, stable). */
  @Folded
  protected VmArea copiedFrom(VmArea vma) {
    return vma;
  }

  @Folded
  private VmArea linkCopy(VmArea vma, long start, long end, long pgoff) {
    MmStruct mm = vma.vmMm.plain();
    VmArea copy = kernel.path(VmaAlloc.class).vmAreaDup(vma);
    copy.vmStart.plain(start);
    copy.vmEnd.plain(end);
    copy.vmPgoff.plain(pgoff);
    kernel.path(Rmap.class).anonVmaClone(copy, vma);
    kernel.path(VmaLock.class).vmaStartWrite(copy);
    kernel.path(VmaIterator.class).vmaIterStoreNew(mm, copy);
    kernel.path(Rmap.class).linkFile(copy);
    mm.mapCount.plain(mm.mapCount.plain() + 1);
    return copy;
  }

  /**
   * {@code move_page_tables}, entry by entry as {@code move_ptes} does; guard markers move like any
   * other. Nobody else can map anything in either range, so the rmap locks that the kernel takes
   * for rmap walkers are left out.
   */
  void movePageTables(VmaRemap vrm) {
    PageTables tables = vrm.mm.pageTables;
    PteMap map = kernel.path(PteMap.class);
    for (long page = vrm.addr; page < vrm.addr + vrm.oldPages; page++) {
      if (tables.pmd(page).entry.readOnce() == null) {
        continue;
      }
      long to = vrm.newAddr + page - vrm.addr;
      map.pteAlloc(tables, to);
      PteTable from = map.pteOffsetMapLock(tables, page);
      if (from == null) {
        continue;
      }
      movePte(tables, from, page, to);
      map.pteUnmapUnlock(from);
    }
  }

  /** One entry. The source's ptl is held; the destination's is nested if it is another one. */
  @KernelFunction("move_ptes")
  private void movePte(PageTables tables, PteTable from, long page, long to) {
    PteMap map = kernel.path(PteMap.class);
    Word source = map.pte(tables, from, page);
    if (source.readOnce() == Pte.NONE) {
      return;
    }
    PteTable target = tables.pmd(to).entry.readOnce();
    if (target == from) {
      map.pte(tables, target, to).writeOnce(source.xchg(Pte.NONE));
      return;
    }
    target.ptl.lock();
    map.pte(tables, target, to).writeOnce(source.xchg(Pte.NONE));
    target.ptl.unlock();
  }
}
