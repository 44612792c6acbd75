package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.Folio;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.ops.CollapsePteMapped;
import org.vmacheck.model.ops.Khugepaged.ScanResult;
import org.vmacheck.model.release.Mutant;

/**
 * Without it, a private copy or a guard that came in since the first look is cleared.
 *
 * <pre>
 *   MADV_COLLAPSE                     write fault
 *     ptl: all entries map the folio
 *                                       ptl: map a private copy instead
 *     ptl: clear all entries
 * </pre>
 */
@Mutant("try_collapse_pte_mapped_thp() looks at each entry again when it clears it")
public class RecheckEntries extends CollapsePteMapped {

  public RecheckEntries(Kernel kernel) {
    super(kernel);
  }

  @Override
  @Folded
  protected ScanResult check(long entry, Folio folio, int slot) {
    return ScanResult.SUCCEED;
  }
}
