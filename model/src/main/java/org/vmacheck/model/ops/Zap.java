package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.names.KernelFunction;
import org.vmacheck.model.pgtable.Pte;
import org.vmacheck.model.pgtable.PteMap;

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
  @KernelFunction("zap_vma_range")
  public void zapPageRangeSingle(MmStruct mm, long start, long end) {
    kernel.path(PteMap.class).walkPageRange(mm.pageTables, start, end, Zap::zapPresent);
  }

  /** {@code unmap_vmas}: pages go, and markers with them. */
  public void unmapVmas(MmStruct mm, long start, long end) {
    kernel.path(PteMap.class).walkPageRange(mm.pageTables, start, end, Zap::zapEverything);
  }

  @KernelFunction("zap_pte_range")
  private static void zapPresent(Word pte) {
    if (Pte.isPresent(pte.readOnce())) {
      // ptep_get_and_clear: the MMU may be setting bits at this moment.
      pte.xchg(Pte.NONE);
    }
  }

  @KernelFunction("zap_pte_range")
  private static void zapEverything(Word pte) {
    if (pte.readOnce() != Pte.NONE) {
      pte.xchg(Pte.NONE);
    }
  }
}
