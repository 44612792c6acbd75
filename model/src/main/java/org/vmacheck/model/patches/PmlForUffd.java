package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.ops.CollapsePteMapped;
import org.vmacheck.model.release.Mutant;

/**
 * Without it, a page that userfaultfd puts into the emptied table goes with it.
 *
 * <pre>
 *   MADV_COLLAPSE                     UFFDIO_COPY
 *     ptl: clear the entries
 *                                       ptl: make an entry
 *     pml, ptl: remove the table
 * </pre>
 */
@Mutant("a collapse holds the PMD lock over both steps in private memory that userfaultfd may fill")
public class PmlForUffd extends CollapsePteMapped {

  public PmlForUffd(Kernel kernel) {
    super(kernel);
  }

  @Override
  @Folded
  protected boolean needsPml(VmArea vma) {
    return false;
  }
}
