package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.ops.CollapseHugePage;
import org.vmacheck.model.pgtable.Pte;
import org.vmacheck.model.pgtable.PteTable;
import org.vmacheck.model.release.Commit;

/** Before it, a range of which no entry could be written was left as it is (SCAN_PAGE_RO). */
@Commit(
    id = "anonymous collapse on non-writable regions",
    release = "6.18",
    sentence = "anonymous memory is collapsed also where none of it may be written")
public class CollapseReadOnly extends CollapseHugePage {

  public CollapseReadOnly(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected boolean areCollapsible(PteTable table) {
    return super.areCollapsible(table)
        && table.ptes.stream().anyMatch(pte -> Pte.allowsWrite(pte.readOnce()));
  }
}
