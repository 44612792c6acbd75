package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.ops.TlbFlush.MmuGather;
import org.vmacheck.model.ops.Zap;
import org.vmacheck.model.pgtable.PteTable;
import org.vmacheck.model.release.Mutant;

/**
 * Without it, a processor keeps its way to a table that is freed.
 *
 * <pre>
 *   MADV_DONTNEED                     user
 *                                       walk through the table, nothing there
 *     clear the PMD
 *     flush the range after it
 *     free the table
 *                                       walk through the table
 * </pre>
 */
@Mutant(
    "MADV_DONTNEED flushes an address of the page table that it frees, not the first one after it")
public class FlushInsideTable extends Zap {

  public FlushInsideTable(Kernel kernel) {
    super(kernel);
  }

  @Override
  @Folded
  protected void freePte(PteTable table, long page, MmuGather tlb) {
    tlb.pteFreeTlb(table, page + table.ptes.size());
  }
}
