package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.TlbFlush.MmuGather;
import org.vmacheck.model.ops.Zap;
import org.vmacheck.model.release.Commit;

/** Before it, the table stays, empty, until the last VMA of its range is unmapped. */
@Commit(
    id = "6375e95f381e",
    release = "6.14",
    sentence = "MADV_DONTNEED frees a page table that is empty afterwards (CONFIG_PT_RECLAIM)")
public class ReclaimPageTables extends Zap {

  public ReclaimPageTables(Kernel kernel) {
    super(kernel);
  }

  @Override
  public void zapVmaRangeBatched(VmArea vma, long start, long end, MmuGather tlb) {
    zapPresent(vma, start, end, tlb);
  }
}
