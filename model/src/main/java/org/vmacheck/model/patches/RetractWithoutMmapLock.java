package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.AnonVma;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.names.KernelFunction;
import org.vmacheck.model.ops.Khugepaged;
import org.vmacheck.model.ops.TlbFlush;
import org.vmacheck.model.pgtable.Pmd;
import org.vmacheck.model.pgtable.PteMap;
import org.vmacheck.model.pgtable.PteTable;
import org.vmacheck.model.release.Commit;

/**
 * Without it, as up to 6.5, mmap_lock is tried for writing, and what else would have to be locked
 * must not be there.
 */
@Commit(
    id = "1d65b771bc08",
    release = "6.6",
    sentence = "retract_page_tables() goes without mmap_lock, and tests under the page-table locks")
public class RetractWithoutMmapLock extends Khugepaged {

  public RetractWithoutMmapLock(Kernel kernel) {
    super(kernel);
  }

  @Override
  public void retractPageTables(AddressSpace mapping, long pgoff) {
    mapping.iMmapRwsem.downWrite();
    for (VmArea vma : mapping.iMmap.plain()) {
      retractPageTable(vma, addressOf(vma, pgoff));
    }
    mapping.iMmapRwsem.upWrite();
  }

  @Override
  @KernelFunction("retract_page_tables")
  protected void retractPageTable(VmArea vma, long page) {
    MmStruct mm = vma.vmMm.plain();
    int pages = mm.pageTables.geometry().pagesPerTable();
    boolean covered = page >= vma.vmStart.plain() && page + pages <= vma.vmEnd.plain();
    if (!fileBackedVmaIsRetractable(vma) || page % pages != 0 || !covered) {
      return;
    }
    Pmd pmd = mm.pageTables.pmd(page);
    if (pmd.entry.readOnce() == null || !kernel.path(MmapLock.class).mmapWriteTrylock(mm)) {
      return;
    }
    if (isStillRetractable(vma)) {
      collapseAndFreePmd(vma, page, pmd);
    }
    kernel.path(MmapLock.class).mmapWriteUnlock(mm);
  }

  /** A fault may have given it an anon_vma since the first look (D1). */
  @KernelFunction("retract_page_tables")
  protected boolean isStillRetractable(VmArea vma) {
    return fileBackedVmaIsRetractable(vma);
  }

  /** {@code collapse_and_free_pmd}: everybody who could be in the table is locked out. */
  private void collapseAndFreePmd(VmArea vma, long page, Pmd pmd) {
    AnonVma anonVma = vma.anonVma.plain();
    KernelBug.check(
        anonVma == null || anonVma.rwsem.writeHeldByMe(),
        "collapse_and_free_pmd",
        "the VMA has an anon_vma, whose lock is not held");
    pmd.pmdLock();
    PteTable table = pmd.entry.readOnce();
    pmd.entry.writeOnce(null);
    kernel.path(TlbFlush.class).flushTable(vma.vmMm.plain(), page);
    pmd.pmdUnlock();
    if (table != null) {
      kernel.path(PteMap.class).pteFreeDefer(table);
    }
  }
}
