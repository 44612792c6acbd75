package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.ops.HugePmdSharing;
import org.vmacheck.model.pgtable.PteTable;
import org.vmacheck.model.release.Commit;

/**
 * Without it, a reference that somebody takes for a moment makes it look shared.
 *
 * <pre>
 *   munmap                            page_idle_get_folio
 *                                       a reference to the table's page
 *     two references: others use it
 *     forget the table, entries and all
 *                                       drop the reference
 * </pre>
 */
@Commit(
    id = "59d9094df3d7",
    release = "6.13",
    stable = {"6.6", "6.12"},
    sentence =
        "how many use a page table of huge pages is counted apart from the references to its page")
public class ShareCountIsApart extends HugePmdSharing {

  public ShareCountIsApart(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected void ptdescPmdPtsInc(PteTable table) {
    table.refCount.fetchAdd(1);
  }

  @Override
  protected void ptdescPmdPtsDec(PteTable table) {
    table.refCount.fetchAdd(-1);
  }

  @Override
  public long users(PteTable table) {
    return table.refCount.plain();
  }

  @Override
  protected boolean ptdescPmdIsShared(PteTable table) {
    return table.refCount.readOnce() > 1;
  }
}
