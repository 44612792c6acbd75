package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.ops.MoveVma;
import org.vmacheck.model.release.Mutant;

/**
 * Without it, a page is freed at its new address while a processor still gets at it by the old one.
 *
 * <pre>
 *   mremap                            truncate                      user
 *     both ptl: move the entry
 *                                       new ptl: clear the entry
 *                                       flush the new address
 *                                       free the page
 *                                                                     use the old address
 *     flush the old address
 * </pre>
 */
@Mutant(
    "mremap flushes the translations of the old address before it releases the page-table locks")
public class FlushBeforeUnlock extends MoveVma {

  public FlushBeforeUnlock(Kernel kernel) {
    super(kernel);
  }

  @Override
  @Folded
  protected void flushBeforeUnlock(MmStruct mm, long start, long end) {}

  @Override
  @Folded
  protected void flushAfterUnlock(MmStruct mm, long start, long end) {
    super.flushBeforeUnlock(mm, start, end);
  }
}
