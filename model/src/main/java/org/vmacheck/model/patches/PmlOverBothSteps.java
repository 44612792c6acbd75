package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.Folio;
import org.vmacheck.model.ops.CollapsePteMapped;
import org.vmacheck.model.ops.Khugepaged.ScanResult;
import org.vmacheck.model.pgtable.Pmd;
import org.vmacheck.model.pgtable.PteTable;
import org.vmacheck.model.release.Proposal;

/** With it, nothing gets into a table between the last look at its entries and its removal. */
@Proposal(
    "try_collapse_pte_mapped_thp() holds the PMD lock from clearing the entries until the table is gone")
public class PmlOverBothSteps extends CollapsePteMapped {

  public PmlOverBothSteps(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected ScanResult removeTable(Pmd pmd, PteTable table, Folio folio) {
    return removeUnderPml(pmd, table, folio);
  }
}
