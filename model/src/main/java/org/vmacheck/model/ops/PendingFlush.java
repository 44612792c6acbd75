package org.vmacheck.model.ops;

import java.util.List;
import java.util.Map;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.Folio;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.pgtable.PteMap;
import org.vmacheck.model.pgtable.PteTable;

/** What a thread has unmapped and has yet to flush, where a processor keeps translations. */
public final class PendingFlush {

  private PendingFlush() {}

  /** One page of one address space. */
  public record At(MmStruct mm, long page) {}

  /** Local to the thread that unmaps. */
  public record Unmapped(TlbFlush flush, List<At> pending) implements TlbFlush.UnmapBatch {

    @Override
    @Folded
    public void setTlbUbcFlushPending(MmStruct mm, long page) {
      pending.add(new At(mm, page));
    }

    @Override
    public void tryToUnmapFlush() {
      pending.forEach(at -> flush.flushTlbRange(at.mm(), at.page(), at.page() + 1));
      pending.clear();
    }
  }

  /** Local to the thread that unmaps: pages and tables are freed only after the flush. */
  public record Gather(
      Kernel kernel, MmStruct mm, List<Long> pages, List<Folio> folios, Map<PteTable, Long> tables)
      implements TlbFlush.MmuGather {

    @Override
    @Folded
    public void tlbRemoveTlbEntry(long page) {
      pages.add(page);
    }

    @Override
    @Folded
    public void tlbRemovePage(Folio folio) {
      folios.add(folio);
    }

    @Override
    @Folded
    public void pteFreeTlb(PteTable table, long page) {
      tables.put(table, page);
    }

    @Override
    public void tlbFinishMmu() {
      TlbFlush flush = kernel.path(TlbFlush.class);
      pages.forEach(page -> flush.flushTlbRange(mm, page, page + 1));
      tables.values().forEach(page -> flush.flushTable(mm, page));
      folios.forEach(Folio::folioPut);
      tables.keySet().forEach(kernel.path(PteMap.class)::pteFreeDefer);
    }
  }
}
