package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.ops.Khugepaged;
import org.vmacheck.model.pgtable.PteTable;
import org.vmacheck.model.release.Mutant;

/**
 * Without it, the lock of a table is taken that is not there.
 *
 * <pre>
 *   collapse_file                     MADV_DONTNEED
 *     the PMD points to a table
 *                                       pml, ptl: the table is empty
 *                                       clear the PMD, free the table
 *     pml
 *     ptl of what the PMD points to
 * </pre>
 */
@Mutant("retract_page_tables() looks under the PMD lock whether there still is a page table")
public class RecheckPmdState extends Khugepaged {

  public RecheckPmdState(Kernel kernel) {
    super(kernel);
  }

  @Override
  @Folded
  protected boolean isGone(PteTable table) {
    return false;
  }
}
