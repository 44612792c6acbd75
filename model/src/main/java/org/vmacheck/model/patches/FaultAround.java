package org.vmacheck.model.patches;

import java.util.List;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.memory.Pointer;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.Folio;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.ops.PageFault;
import org.vmacheck.model.pgtable.Geometry;
import org.vmacheck.model.pgtable.PageTables;
import org.vmacheck.model.pgtable.Pte;
import org.vmacheck.model.pgtable.PteMap;
import org.vmacheck.model.pgtable.PteTable;
import org.vmacheck.model.release.Proposal;

/**
 * mm/memory.c, {@code do_fault_around}, and mm/filemap.c, {@code filemap_map_pages} (6.18): a read
 * fault on a file also maps what the page cache holds around it. A path of its own, since scenarios
 * that count executions want one page a fault.
 */
@Proposal("a read fault on a file maps what the page cache holds around the page (fault-around)")
public class FaultAround extends PageFault {

  /** {@code fault_around_bytes} is 64 KiB: this many pages, aligned. */
  private static final int FAULT_AROUND_PAGES = 16;

  public FaultAround(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected Result doFault(VmArea vma, long page, Access access, FaultLock lock, long orig) {
    if (access == Access.READ && !uffdDisableFaultAround(vma) && doFaultAround(vma, page)) {
      return Result.DONE;
    }
    Result result = super.doFault(vma, page, access, lock, orig);
    if (result == Result.DONE) {
      AddressSpace mapping = vma.vmFile.plain();
      Folio folio = mapping.iPages.get((int) vma.linearPageIndex(page)).readOnce();
      // it may be truncated by now
      if (folio != null) {
        folio.uptodate.writeOnce(1);
      }
    }
    return result;
  }

  /** {@code uffd_disable_fault_around}. */
  private static boolean uffdDisableFaultAround(VmArea vma) {
    return (vma.vmFlags.plain() & VmFlags.UFFD_WP) != 0;
  }

  /**
   * {@code do_fault_around}: the window starts aligned or with the VMA, and ends with the VMA or
   * the table.
   *
   * @return {@code VM_FAULT_NOPAGE}: the page itself is mapped
   */
  private boolean doFaultAround(VmArea vma, long page) {
    Geometry geometry = vma.vmMm.plain().pageTables.geometry();
    long window = Math.min(FAULT_AROUND_PAGES, geometry.pagesPerTable());
    long start = Math.max(vma.vmStart.plain(), page / window * window);
    long end = geometry.pmdAddrEnd(page, Math.min(vma.vmEnd.plain(), start + window));
    return filemapMapPages(vma, start, end, page);
  }

  /**
   * {@code filemap_map_pages}: maps what can be had without waiting. A table is made, and its lock
   * taken, once there is a folio to map; each folio is locked while its entry is made.
   */
  private boolean filemapMapPages(VmArea vma, long start, long end, long page) {
    PageTables tables = vma.vmMm.plain().pageTables;
    PteMap map = kernel.path(PteMap.class);
    PteTable table = null;
    boolean mapped = false;
    for (long at = start; at < end; at++) {
      Folio folio = nextUptodateFolio(vma, at);
      if (folio == null) {
        continue;
      }
      if (table == null) {
        map.pteAlloc(tables, page);
        table = map.pteOffsetMapLock(tables, page);
      }
      if (table != null) {
        Word pte = map.pte(tables, table, at);
        if (pte.readOnce() == Pte.NONE) {
          folio.folioGet();
          folio.folioAddFileRmap();
          pte.writeOnce(Pte.file(folio.pfn(vma.linearPageIndex(at)), 0));
          mapped |= at == page;
        }
      }
      folio.folioUnlock();
      folio.folioPut();
      if (table == null) {
        return false;
      }
    }
    if (table != null) {
      map.pteUnmapUnlock(table);
    }
    return mapped;
  }

  /** {@code next_uptodate_folio}: the page's, with a reference and locked, or null. */
  private static Folio nextUptodateFolio(VmArea vma, long page) {
    List<Pointer<Folio>> cache = vma.vmFile.plain().iPages;
    long pgoff = vma.linearPageIndex(page);
    if (pgoff >= vma.vmFile.plain().iSize.readOnce()) {
      return null;
    }
    Pointer<Folio> slot = cache.get((int) pgoff);
    Folio folio = slot.rcuDereference();
    if (folio == null || !folio.folioTryGet()) {
      return null;
    }
    if (folio.locked.readOnce() == 0
        && slot.readOnce() == folio
        && folio.uptodate.readOnce() != 0
        && folio.folioTrylock()) {
      if (slot.readOnce() == folio
          && folio.uptodate.readOnce() != 0
          && pgoff < vma.vmFile.plain().iSize.readOnce()) {
        return folio;
      }
      folio.folioUnlock();
    }
    folio.folioPut();
    return null;
  }
}
