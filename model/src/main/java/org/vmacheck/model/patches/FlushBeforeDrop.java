package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.ops.Khugepaged;
import org.vmacheck.model.ops.TlbFlush.UnmapBatch;
import org.vmacheck.model.release.Proposal;

/** As 8d1c2341b40a does. */
@Proposal("collapse_file() flushes what it has unmapped before it unlocks a folio that it gives up")
public class FlushBeforeDrop extends Khugepaged {

  public FlushBeforeDrop(Kernel kernel) {
    super(kernel);
  }

  @Override
  @Folded
  protected void beforeUnlock(UnmapBatch batch) {
    batch.tryToUnmapFlush();
  }
}
