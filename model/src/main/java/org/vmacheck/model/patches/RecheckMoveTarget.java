package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.ops.UffdMove;
import org.vmacheck.model.pgtable.Pmd;
import org.vmacheck.model.pgtable.PteTable;
import org.vmacheck.model.release.Mutant;

/**
 * Without it, a page is moved into a table that nobody uses any more.
 *
 * <pre>
 *   UFFDIO_MOVE                       MADV_DONTNEED
 *     the table, an empty entry
 *                                       pml, ptl: empty, remove the table
 *     both ptl: the entry is still empty
 *     move the page
 * </pre>
 */
@Mutant(
    "UFFDIO_MOVE looks again under the locks whether the destination still has the same page table")
public class RecheckMoveTarget extends UffdMove {

  public RecheckMoveTarget(Kernel kernel) {
    super(kernel);
  }

  @Override
  @Folded
  protected boolean pmdSame(Pmd pmd, PteTable seen) {
    return true;
  }
}
