package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.ops.Zap;
import org.vmacheck.model.pgtable.PteTable;
import org.vmacheck.model.release.Mutant;

/**
 * Without it, what a fault has put in since it was emptied goes with the table.
 *
 * <pre>
 *   MADV_DONTNEED                     write fault
 *     ptl: empty the table
 *                                       ptl: make an entry
 *     pml, ptl: not looked at again
 *     clear the PMD, free the table
 * </pre>
 */
@Mutant("MADV_DONTNEED frees a page table only if it finds all of it empty under both locks")
public class RecheckEmptyTable extends Zap {

  public RecheckEmptyTable(Kernel kernel) {
    super(kernel);
  }

  @Override
  @Folded
  protected boolean isEmpty(PteTable table) {
    return true;
  }
}
