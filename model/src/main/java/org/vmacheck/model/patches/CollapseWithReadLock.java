package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.mm.AnonVma;
import org.vmacheck.model.mm.Folio;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.names.KernelFunction;
import org.vmacheck.model.ops.CollapsePteMapped;
import org.vmacheck.model.ops.Khugepaged.ScanResult;
import org.vmacheck.model.ops.TlbFlush;
import org.vmacheck.model.pgtable.PageTables;
import org.vmacheck.model.pgtable.Pmd;
import org.vmacheck.model.pgtable.PteMap;
import org.vmacheck.model.pgtable.PteTable;
import org.vmacheck.model.release.Commit;

/** Before it, all who could be in the table are locked out while its entries and it go. */
@Commit(
    id = "1043173eb5eb",
    release = "6.6",
    sentence = "collapse_pte_mapped_thp() holds mmap_lock for reading")
public class CollapseWithReadLock extends CollapsePteMapped {

  public CollapseWithReadLock(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected ScanResult collapsePteMappedThp(MmStruct mm, long page) {
    kernel.path(MmapLock.class).mmapWriteLock(mm);
    ScanResult result = tryCollapsePteMappedThp(mm, page);
    kernel.path(MmapLock.class).mmapWriteUnlock(mm);
    return result;
  }

  @Override
  @KernelFunction("collapse_pte_mapped_thp")
  protected ScanResult removeEntriesAndTable(VmArea vma, long page, Folio folio) {
    PageTables tables = vma.vmMm.plain().pageTables;
    kernel.path(VmaLock.class).vmaStartWrite(vma);
    vma.vmFile.plain().iMmapRwsem.downWrite();
    PteTable table = kernel.path(PteMap.class).pteOffsetMapLock(tables, page);
    ScanResult result = clearPtes(tables.pmd(page), table, folio);
    kernel.path(PteMap.class).pteUnmapUnlock(table);
    if (result == ScanResult.SUCCEED) {
      collapseAndFreePmd(vma, page);
    }
    vma.vmFile.plain().iMmapRwsem.upWrite();
    return result;
  }

  /**
   * {@code collapse_and_free_pmd}: nothing of anonymous memory changes, but who looks one of its
   * pages up may be in the table.
   */
  private void collapseAndFreePmd(VmArea vma, long page) {
    AnonVma anonVma = vma.anonVma.plain();
    if (anonVma != null) {
      anonVma.rwsem.downWrite();
    }
    Pmd pmd = vma.vmMm.plain().pageTables.pmd(page);
    pmd.pmdLock();
    PteTable table = pmd.entry.readOnce();
    pmd.entry.writeOnce(null);
    kernel.path(TlbFlush.class).flushTable(vma.vmMm.plain(), page);
    pmd.pmdUnlock();
    kernel.path(PteMap.class).pteFreeDefer(table);
    if (anonVma != null) {
      anonVma.rwsem.upWrite();
    }
  }
}
