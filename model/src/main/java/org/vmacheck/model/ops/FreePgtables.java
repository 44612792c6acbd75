package org.vmacheck.model.ops;

import java.util.ArrayList;
import java.util.List;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.pgtable.Pmd;
import org.vmacheck.model.pgtable.PteTable;

/**
 * mm/memory.c, {@code free_pgtables}: takes VMAs out of the reverse maps and frees the PTE tables
 * that only they used. Takes no page-table lock: no VMA that covers the range may be reachable any
 * more (claim C86).
 */
public class FreePgtables {

  /** How many VMAs of one file leave it under one hold of its lock. */
  private static final int UNLINK_FILE_VMA_BATCH = 8;

  protected final Kernel kernel;

  public FreePgtables(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * Frees the tables under the VMAs of a gathered unmap, group by group: VMAs that lie less than a
   * table apart may share one, so all of them leave the reverse maps before a table goes. Two
   * groups never share a table.
   *
   * @param unmap its VMAs are detached; its floor and ceiling spare the neighbours' tables
   */
  public void freePgtables(MmStruct mm, Munmap.Gathered unmap) {
    int pmdSize = mm.pageTables.geometry().pagesPerTable();
    List<VmArea> vmas = unmap.vmas();
    int at = 0;
    while (at < vmas.size()) {
      long start = vmas.get(at).vmStart.plain();
      List<VmArea> batch = new ArrayList<>();
      long end;
      do {
        VmArea vma = vmas.get(at++);
        end = vma.vmEnd.plain();
        if (isMmWrLocked(mm)) {
          kernel.path(VmaLock.class).vmaStartWrite(vma);
        }
        kernel.path(Rmap.class).unlinkAnonVmas(vma);
        unlinkFileVmaBatchAdd(batch, vma);
      } while (at < vmas.size() && vmas.get(at).vmStart.plain() <= end + pmdSize);
      long ceiling = at < vmas.size() ? vmas.get(at).vmStart.plain() : unmap.ceiling();
      hideAndFree(mm, batch, new Tables(start, end, unmap.floor(), ceiling));
    }
  }

  /** {@code mm_wr_locked}: after a downgrade no VMA can be write-locked (claim C03). */
  @Folded
  protected boolean isMmWrLocked(MmStruct mm) {
    return mm.mmapLock.writeHeldByMe();
  }

  /** Tables to free: those under pages [start, end) that lie whole between floor and ceiling. */
  protected record Tables(long start, long end, long floor, long ceiling) {}

  /** The last VMAs of a group leave the reverse maps, and only then its tables go (claim C86). */
  @Folded
  protected void hideAndFree(MmStruct mm, List<VmArea> batch, Tables tables) {
    unlinkFileVmaBatchFinal(batch);
    freePgdRange(mm, tables);
  }

  /** {@code unlink_file_vma_batch_add}: VMAs of one file leave it together. */
  private void unlinkFileVmaBatchAdd(List<VmArea> batch, VmArea vma) {
    AddressSpace mapping = vma.vmFile.plain();
    if (mapping == null) {
      return;
    }
    boolean another = !batch.isEmpty() && batch.get(0).vmFile.plain() != mapping;
    if (another || batch.size() == UNLINK_FILE_VMA_BATCH) {
      unlinkFileVmaBatchFinal(batch);
    }
    batch.add(vma);
  }

  /** {@code unlink_file_vma_batch_final}. */
  protected void unlinkFileVmaBatchFinal(List<VmArea> batch) {
    if (!batch.isEmpty()) {
      kernel.path(Rmap.class).unlinkFileVmaBatch(batch);
      batch.clear();
    }
  }

  /** {@code free_pgd_range}. */
  protected void freePgdRange(MmStruct mm, Tables tables) {
    int perTable = mm.pageTables.geometry().pagesPerTable();
    TlbFlush.MmuGather tlb = kernel.path(TlbFlush.class).tlbGatherMmu(mm);
    for (long page = tables.start() / perTable * perTable; page < tables.end(); page += perTable) {
      if (page < tables.floor() || page + perTable > tables.ceiling()) {
        continue;
      }
      Pmd pmd = mm.pageTables.pmd(page);
      PteTable table = pmd.entry.readOnce();
      if (table != null) {
        pmd.entry.writeOnce(null);
        // pte_free_tlb: who walks without a lock may still be inside.
        tlb.pteFreeTlb(table, page);
      }
    }
    tlb.tlbFinishMmu();
  }
}
