package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.memory.lockdep.LockClass;
import org.vmacheck.model.mm.Folio;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;
import org.vmacheck.model.ops.Khugepaged.ScanResult;
import org.vmacheck.model.pgtable.PageTables;
import org.vmacheck.model.pgtable.Pmd;
import org.vmacheck.model.pgtable.Pte;
import org.vmacheck.model.pgtable.PteMap;
import org.vmacheck.model.pgtable.PteTable;

/**
 * mm/khugepaged.c, {@code collapse_pte_mapped_thp}: a huge folio that is mapped page by page loses
 * its page table. The huge PMD that takes its place is left out: faults map its pages again.
 */
public class CollapsePteMapped {

  protected final Kernel kernel;

  public CollapsePteMapped(Kernel kernel) {
    this.kernel = kernel;
  }

  /** The same for who holds nothing. */
  @Folded
  protected ScanResult collapsePteMappedThp(MmStruct mm, long page) {
    kernel.path(MmapLock.class).mmapReadLock(mm);
    ScanResult result = tryCollapsePteMappedThp(mm, page);
    kernel.path(MmapLock.class).mmapReadUnlock(mm);
    return result;
  }

  /**
   * {@code try_collapse_pte_mapped_thp}. The caller holds mmap_lock for reading.
   *
   * @return SUCCEED without a page table
   */
  protected final ScanResult tryCollapsePteMappedThp(MmStruct mm, long page) {
    VmArea vma = kernel.path(VmaIterator.class).vmaIterLoad(mm).walk(page);
    int pages = mm.pageTables.geometry().pagesPerTable();
    if (vma == null || vma.vmFile.plain() == null || page + pages > vma.vmEnd.plain()) {
      return ScanResult.FAIL;
    }
    if (Userfaultfd.userfaultfdWp(vma)) {
      return ScanResult.PTE_UFFD;
    }
    long pgoff = vma.linearPageIndex(page);
    Folio folio = kernel.path(PageFault.class).filemapLockFolio(vma.vmFile.plain(), pgoff);
    if (folio == null) {
      return ScanResult.TRUNCATED;
    }
    ScanResult result =
        folio.pages == pages && folio.index == pgoff ? collapse(vma, page, folio) : ScanResult.FAIL;
    folio.folioUnlock();
    folio.folioPut();
    return result;
  }

  @Folded
  private ScanResult collapse(VmArea vma, long page, Folio folio) {
    PageTables tables = vma.vmMm.plain().pageTables;
    return tables.pmd(page).entry.readOnce() == null
        ? ScanResult.SUCCEED
        : removeEntriesAndTable(vma, page, folio);
  }

  @KernelFunction("try_collapse_pte_mapped_thp")
  protected ScanResult removeEntriesAndTable(VmArea vma, long page, Folio folio) {
    PageTables tables = vma.vmMm.plain().pageTables;
    PteMap map = kernel.path(PteMap.class);
    // Step 1: every entry is empty, or maps its page of the folio.
    PteTable table = map.pteOffsetMapLock(tables, page);
    if (table == null) {
      return ScanResult.FAIL;
    }
    ScanResult result = scan(table, folio);
    map.pteUnmapUnlock(table);
    if (result != ScanResult.SUCCEED) {
      return result;
    }
    table = map.pteOffsetMapRwNolock(tables, page);
    if (table == null) {
      return ScanResult.FAIL;
    }
    result =
        needsPml(vma)
            ? removeUnderPml(tables.pmd(page), table, folio)
            : removeTable(tables.pmd(page), table, folio);
    map.pteUnmap();
    return result;
  }

  /**
   * Steps 2 to 4: the entries, and then the table. While the ptl is not held the folio lock keeps
   * faults from making entries.
   */
  @KernelFunction("try_collapse_pte_mapped_thp")
  protected ScanResult removeTable(Pmd pmd, PteTable table, Folio folio) {
    table.ptl.lock();
    ScanResult result = clearPtes(pmd, table, folio);
    table.ptl.unlock();
    if (result != ScanResult.SUCCEED) {
      return result;
    }
    pmd.pmdLock();
    table.ptl.lockNested(LockClass.SINGLE_DEPTH_NESTING);
    boolean same = pmd.entry.readOnce() == table;
    if (same) {
      pmd.entry.writeOnce(null);
    }
    table.ptl.unlock();
    pmd.pmdUnlock();
    if (!same) {
      return ScanResult.FAIL;
    }
    kernel.path(PteMap.class).pteFreeDefer(table);
    return ScanResult.SUCCEED;
  }

  /** Into private memory userfaultfd fills pages without a look at the folio's lock (D7). */
  @Folded
  protected boolean needsPml(VmArea vma) {
    return vma.vmUserfaultfdCtx.plain() != null && (vma.vmFlags.plain() & VmFlags.SHARED) == 0;
  }

  /** Nothing gets into the table between the last look at its entries and its removal. */
  @KernelFunction("try_collapse_pte_mapped_thp")
  protected final ScanResult removeUnderPml(Pmd pmd, PteTable table, Folio folio) {
    pmd.pmdLock();
    table.ptl.lockNested(LockClass.SINGLE_DEPTH_NESTING);
    ScanResult result = clearPtes(pmd, table, folio);
    if (result == ScanResult.SUCCEED) {
      pmd.entry.writeOnce(null);
    }
    table.ptl.unlock();
    pmd.pmdUnlock();
    if (result == ScanResult.SUCCEED) {
      kernel.path(PteMap.class).pteFreeDefer(table);
    }
    return result;
  }

  /** Step 2: looks once more, as write faults may have made copies since the first step. */
  @KernelFunction("try_collapse_pte_mapped_thp")
  protected ScanResult clearPtes(Pmd pmd, PteTable table, Folio folio) {
    if (pmd.entry.readOnce() != table) {
      return ScanResult.FAIL;
    }
    for (int slot = 0; slot < table.ptes.size(); slot++) {
      Word pte = table.ptes.get(slot);
      long entry = pte.readOnce();
      if (entry == Pte.NONE) {
        continue;
      }
      ScanResult result = check(entry, folio, slot);
      if (result != ScanResult.SUCCEED) {
        return result;
      }
      pte.xchg(Pte.NONE);
      if (Pte.isFile(entry)) {
        folio.folioRemoveRmap();
        folio.folioPut();
      }
    }
    return ScanResult.SUCCEED;
  }

  @KernelFunction("try_collapse_pte_mapped_thp")
  private static ScanResult scan(PteTable table, Folio folio) {
    for (int slot = 0; slot < table.ptes.size(); slot++) {
      long entry = table.ptes.get(slot).readOnce();
      ScanResult result = entry == Pte.NONE ? ScanResult.SUCCEED : expected(entry, folio, slot);
      if (result != ScanResult.SUCCEED) {
        return result;
      }
    }
    return ScanResult.SUCCEED;
  }

  /** What the second look makes of an entry. */
  @Folded
  protected ScanResult check(long entry, Folio folio, int slot) {
    return expected(entry, folio, slot);
  }

  @Folded
  private static ScanResult expected(long entry, Folio folio, int slot) {
    if (!Pte.isPresent(entry)) {
      return ScanResult.PTE_NON_PRESENT;
    }
    boolean mapsFolio = Pte.isFile(entry) && Pte.pfn(entry) == folio.firstPfn + slot;
    return mapsFolio ? ScanResult.SUCCEED : ScanResult.FAIL;
  }
}
