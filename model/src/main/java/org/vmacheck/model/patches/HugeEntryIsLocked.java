package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.ops.Smaps;
import org.vmacheck.model.pgtable.PteTable;
import org.vmacheck.model.release.Commit;

/**
 * Without it, a migration may be over when smaps looks for its folio.
 *
 * <pre>
 *   smaps                             migrate_pages
 *     load a migration entry
 *                                       ptl: the entry maps the new folio
 *                                       unlock the old one, and free it
 *     the folio of the entry
 * </pre>
 */
@Commit(
    id = "45d19b4b6c2d",
    release = "6.17",
    stable = "6.12",
    sentence = "smaps looks at a huge entry with its lock held")
public class HugeEntryIsLocked extends Smaps {

  public HugeEntryIsLocked(Kernel kernel) {
    super(kernel);
  }

  @Override
  @Folded
  protected void hugePteLock(PteTable table) {}

  @Override
  @Folded
  protected void hugePteUnlock(PteTable table) {}
}
