package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.ops.GupFast;
import org.vmacheck.model.pgtable.Pmd;
import org.vmacheck.model.pgtable.PteTable;
import org.vmacheck.model.release.Mutant;

/**
 * Without it, a device gets a page that has been replaced.
 *
 * <pre>
 *   GUP-fast                          collapse_file
 *     the entry maps a folio
 *                                       unmap it, count its references
 *     get a reference
 *                                       put another folio into the page cache
 * </pre>
 */
@Mutant("GUP-fast looks at the entry again once it has a reference")
public class RecheckPinnedEntry extends GupFast {

  public RecheckPinnedEntry(Kernel kernel) {
    super(kernel);
  }

  @Override
  @Folded
  protected boolean isUnchanged(Pmd pmd, PteTable table, Word pte, long entry) {
    return true;
  }
}
