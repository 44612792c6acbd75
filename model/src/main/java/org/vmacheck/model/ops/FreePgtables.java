package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.pgtable.Geometry;
import org.vmacheck.model.pgtable.Pmd;
import org.vmacheck.model.pgtable.PteMap;
import org.vmacheck.model.pgtable.PteTable;

/**
 * mm/memory.c, {@code free_pgtables}: takes VMAs out of the reverse maps and frees the PTE tables
 * that only they used. Takes no page-table lock: no VMA that covers the range may be reachable any
 * more (claim C86).
 */
public class FreePgtables {

  private final Kernel kernel;

  public FreePgtables(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * Frees the tables under the VMAs of a gathered unmap.
   *
   * @param unmap its VMAs are detached; its floor and ceiling spare the neighbours' tables
   */
  public void freePgtables(MmStruct mm, Munmap.Gathered unmap) {
    for (VmArea vma : unmap.vmas()) {
      if (mm.mmapLock.writeHeldByMe()) {
        kernel.path(VmaLock.class).vmaStartWrite(vma);
      }
      kernel.path(Rmap.class).unlinkAnonVmas(vma);
      kernel.path(Rmap.class).unlinkFile(vma);
      freePgdRange(mm, vma, unmap);
    }
  }

  /** {@code free_pgd_range}: the tables that lie whole between floor and ceiling. */
  private void freePgdRange(MmStruct mm, VmArea vma, Munmap.Gathered unmap) {
    Geometry geometry = mm.pageTables.geometry();
    int perTable = geometry.pagesPerTable();
    long first = vma.vmStart.plain() / perTable * perTable;
    for (long page = first; page < vma.vmEnd.plain(); page += perTable) {
      if (page < unmap.floor() || page + perTable > unmap.ceiling()) {
        continue;
      }
      Pmd pmd = mm.pageTables.pmd(page);
      PteTable table = pmd.entry.readOnce();
      if (table != null) {
        pmd.entry.writeOnce(null);
        // tlb_remove_table: who walks without a lock may still be inside.
        kernel.path(PteMap.class).pteFreeDefer(table);
      }
    }
  }
}
