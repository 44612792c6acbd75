package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.pgtable.PageTables;
import org.vmacheck.model.pgtable.Pte;
import org.vmacheck.model.pgtable.PteMap;
import org.vmacheck.model.pgtable.PteTable;

/**
 * mm/memory.c: empties page-table entries, table by table, each under its ptl. Frees no table. The
 * caller keeps the VMA in place with mmap_lock or the VMA lock, in any mode.
 */
public class Zap {

  private final Kernel kernel;

  public Zap(Kernel kernel) {
    this.kernel = kernel;
  }

  /** {@code zap_page_range_single}: pages go, guard markers stay. */
  public void zapPageRangeSingle(MmStruct mm, long start, long end) {
    forEachEntry(mm, start, end, Zap::zapPresent);
  }

  /** {@code unmap_vmas}: pages go, and markers with them. */
  public void unmapVmas(MmStruct mm, long start, long end) {
    forEachEntry(mm, start, end, Zap::zapEverything);
  }

  private static void zapPresent(Word pte) {
    if (Pte.isPresent(pte.readOnce())) {
      // ptep_get_and_clear: the MMU may be setting bits at this moment.
      pte.xchg(Pte.NONE);
    }
  }

  private static void zapEverything(Word pte) {
    if (pte.readOnce() != Pte.NONE) {
      pte.xchg(Pte.NONE);
    }
  }

  private interface Action {
    void on(Word pte);
  }

  /** {@code zap_pte_range} for each table: one that is gone has nothing in it. */
  private void forEachEntry(MmStruct mm, long start, long end, Action action) {
    PageTables tables = mm.pageTables;
    PteMap map = kernel.pteMap();
    for (long page = start; page < end; page = tables.geometry().pmdAddrEnd(page, end)) {
      PteTable table = map.pteOffsetMapLock(tables, page);
      if (table == null) {
        continue;
      }
      for (long at = page; at < tables.geometry().pmdAddrEnd(page, end); at++) {
        action.on(map.pte(tables, table, at));
      }
      map.pteUnmapUnlock(table);
    }
  }
}
