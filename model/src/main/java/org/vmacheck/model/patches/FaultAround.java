package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.Folio;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.PageFault;
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
  protected Result doFault(VmArea vma, long page, Access access, FaultLock lock) {
    if (access == Access.READ) {
      doFaultAround(vma, page);
    }
    Result result = super.doFault(vma, page, access, lock);
    if (result == Result.DONE) {
      AddressSpace mapping = vma.vmFile.plain();
      mapping.iPages.get((int) vma.linearPageIndex(page)).readOnce().uptodate.writeOnce(1);
    }
    return result;
  }

  /** {@code do_fault_around}: inside of the VMA, of the table and of the aligned window. */
  private void doFaultAround(VmArea vma, long page) {
    PageTables tables = vma.vmMm.plain().pageTables;
    int perTable = tables.geometry().pagesPerTable();
    long window = Math.min(FAULT_AROUND_PAGES, perTable);
    long first = Math.max(vma.vmStart.plain(), page / window * window);
    long last = Math.min(vma.vmEnd.plain(), page / window * window + window);
    PteTable table = kernel.path(PteMap.class).pteOffsetMapLock(tables, page);
    if (table == null) {
      return;
    }
    AddressSpace mapping = vma.vmFile.plain();
    for (long at = first; at < last; at++) {
      Word pte = kernel.path(PteMap.class).pte(tables, table, at);
      long pgoff = vma.linearPageIndex(at);
      if (pte.readOnce() == Pte.NONE && pgoff < mapping.iPages.size()) {
        Folio folio = mapping.iPages.get((int) pgoff).rcuDereference();
        if (folio.uptodate.readOnce() != 0) {
          pte.writeOnce(Pte.file(folio.pfn(pgoff), 0));
        }
      }
    }
    kernel.path(PteMap.class).pteUnmapUnlock(table);
  }
}
