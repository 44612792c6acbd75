package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.ops.MoveVma;
import org.vmacheck.model.pgtable.PteTable;
import org.vmacheck.model.release.Commit;

/**
 * Without it, what lies at physical address 0 becomes a page table.
 *
 * <pre>
 *   mremap                            collapse_file, of another process
 *     the PMD points to a table
 *                                       i_mmap_rwsem, pml, ptl
 *                                       clear the PMD, free the table
 *     i_mmap_rwsem, both pml
 *     the new PMD gets what the old
 *     one points to: page frame 0
 * </pre>
 */
@Commit(
    id = "6fa1066fc5d0",
    release = "6.12",
    stable = "6.6",
    sentence = "move_normal_pmd() looks under the PMD locks whether there still is a table to move")
public class RecheckMovedTable extends MoveVma {

  public RecheckMovedTable(Kernel kernel) {
    super(kernel);
  }

  @Override
  @Folded
  protected boolean isStillTable(PteTable pmd) {
    return true;
  }
}
