package org.vmacheck.model.patches;

import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.pgtable.Pmd;
import org.vmacheck.model.pgtable.PteMap;
import org.vmacheck.model.pgtable.PteTable;
import org.vmacheck.model.release.Commit;

/**
 * Without it, the table may have been unlinked while its lock was waited for, and what is written
 * goes into a table that nobody will ever walk again.
 *
 * <pre>
 *   guard install                     collapse_file
 *     the PMD points to t
 *                                       pml, t's ptl: VM_MAYBE_GUARD is clear
 *                                       clear the PMD, unlock
 *     t's ptl: write the marker into t
 * </pre>
 */
@Commit(
    id = "0d940a9b270b",
    release = "6.5",
    sentence = "pte_offset_map_lock() looks at the PMD again once it holds the page-table lock")
public class PmdSame extends PteMap {

  public PmdSame(Memory memory) {
    super(memory);
  }

  @Override
  protected boolean pmdSame(Pmd pmd, PteTable seen) {
    return true;
  }
}
