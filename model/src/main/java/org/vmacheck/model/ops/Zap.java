package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.mm.Folio;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.names.Folded;
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
    kernel.path(PteMap.class).walkPageRange(mm.pageTables, start, end, this::zapPresent);
  }

  /** {@code unmap_vmas}: pages go, and markers with them. */
  public void unmapVmas(MmStruct mm, long start, long end) {
    kernel.path(PteMap.class).walkPageRange(mm.pageTables, start, end, this::zapEverything);
  }

  @KernelFunction("zap_pte_range")
  private void zapPresent(Word pte) {
    long old = pte.readOnce();
    if (Pte.isPresent(old) || Pte.isMigration(old)) {
      // ptep_get_and_clear: the MMU may be setting bits at this moment.
      removeRmap(pte.xchg(Pte.NONE));
    }
  }

  @KernelFunction("zap_pte_range")
  private void zapEverything(Word pte) {
    if (pte.readOnce() != Pte.NONE) {
      removeRmap(pte.xchg(Pte.NONE));
    }
  }

  /** The reference goes at once: nothing is flushed here that it would have to outlive. */
  @Folded
  private void removeRmap(long gone) {
    if (Pte.isFile(gone)) {
      Folio folio = kernel.frames().pageFolio(Pte.pfn(gone));
      folio.folioRemoveRmap();
      folio.folioPut();
    }
  }
}
