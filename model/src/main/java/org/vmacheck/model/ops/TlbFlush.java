package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.mm.Folio;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;
import org.vmacheck.model.pgtable.PteMap;
import org.vmacheck.model.pgtable.PteTable;

/**
 * mm/mmu_gather.c and the flushes of the architecture: where a processor must forget translations.
 * Here no processor keeps any, so there is nothing to do; {@code tlb} has one that does.
 */
public class TlbFlush {

  protected final Kernel kernel;

  public TlbFlush(Kernel kernel) {
    this.kernel = kernel;
  }

  /** {@code flush_tlb_range}: of pages [start, end). */
  public void flushTlbRange(MmStruct mm, long start, long end) {}

  /** {@code flush_tlb_mm}. */
  public void flushTlbMm(MmStruct mm) {}

  /**
   * {@code ptep_clear_flush}, and the new entry: while the old one can still be used, there is no
   * new one.
   */
  @KernelFunction("ptep_clear_flush")
  public void replaceAfterFlush(MmStruct mm, long page, Word pte, long entry) {
    pte.writeOnce(entry);
  }

  /** {@code pmdp_collapse_flush}: no walk goes through the table of this page any more. */
  @KernelFunction("pmdp_collapse_flush")
  public void flushTable(MmStruct mm, long page) {}

  /** {@code current->tlb_ubc}: a batch of pages that are unmapped, and not flushed yet. */
  public UnmapBatch unmapBatch() {
    return NOTHING_TO_FLUSH;
  }

  /** {@code tlb_gather_mmu}. */
  public MmuGather tlbGatherMmu(MmStruct mm) {
    return new AtOnce(kernel);
  }

  /** {@code struct tlbflush_unmap_batch}. */
  public interface UnmapBatch {

    /** {@code set_tlb_ubc_flush_pending}. */
    void setTlbUbcFlushPending(MmStruct mm, long page);

    /** {@code try_to_unmap_flush}. */
    void tryToUnmapFlush();
  }

  private static final UnmapBatch NOTHING_TO_FLUSH =
      new UnmapBatch() {
        @Override
        @Folded
        public void setTlbUbcFlushPending(MmStruct mm, long page) {}

        @Override
        @Folded
        public void tryToUnmapFlush() {}
      };

  /** {@code struct mmu_gather}: what has been unmapped, and is in use until the flush. */
  public interface MmuGather {

    /** {@code tlb_remove_tlb_entry}: a page is not mapped any more. */
    void tlbRemoveTlbEntry(long page);

    /** {@code tlb_remove_page}: its reference to the folio is to be dropped. */
    void tlbRemovePage(Folio folio);

    /** {@code pte_free_tlb}: a table that this page was reached through is to be freed. */
    void pteFreeTlb(PteTable table, long page);

    /** {@code tlb_finish_mmu}. */
    void tlbFinishMmu();
  }

  /** Where nobody keeps a translation nothing has to outlive a flush. */
  private record AtOnce(Kernel kernel) implements MmuGather {
    @Override
    @Folded
    public void tlbRemoveTlbEntry(long page) {}

    @Override
    @Folded
    public void tlbRemovePage(Folio folio) {
      folio.folioPut();
    }

    @Override
    @Folded
    public void pteFreeTlb(PteTable table, long page) {
      kernel.path(PteMap.class).pteFreeDefer(table);
    }

    @Override
    @Folded
    public void tlbFinishMmu() {}
  }
}
