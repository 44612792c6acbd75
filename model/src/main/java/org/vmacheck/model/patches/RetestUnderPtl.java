package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.Khugepaged;
import org.vmacheck.model.release.Mutant;

/**
 * Without it, what the first test saw may be over by the time the ptl is held, and the ptl is all
 * that orders retraction against guard install.
 *
 * <pre>
 *   guard install                     collapse_file
 *                                       VM_MAYBE_GUARD is clear
 *     set VM_MAYBE_GUARD
 *     ptl: write the marker
 *                                       pml, ptl: not asked again
 *                                       clear the PMD, free the table
 * </pre>
 */
@Mutant("retract_page_tables() tests VM_MAYBE_GUARD again under the page-table lock")
public class RetestUnderPtl extends Khugepaged {

  public RetestUnderPtl(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected boolean mayRetract(VmArea vma) {
    return true;
  }
}
