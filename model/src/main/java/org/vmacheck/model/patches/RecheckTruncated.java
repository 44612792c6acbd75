package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.Folio;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.ops.PageFault;
import org.vmacheck.model.release.Mutant;

/**
 * Without it, a fault maps a page that was truncated while it waited for the folio.
 *
 * <pre>
 *   fault                             truncate
 *     a reference to the folio
 *                                       shorten the file, empty the tables
 *                                       folio lock: not mapped, remove it
 *     folio lock
 *     make the entry
 * </pre>
 */
@Mutant("a file fault looks with the folio locked whether the page is still the file's")
public class RecheckTruncated extends PageFault {

  public RecheckTruncated(Kernel kernel) {
    super(kernel);
  }

  @Override
  @Folded
  protected boolean isInPlace(AddressSpace mapping, long pgoff, Folio folio) {
    return true;
  }

  @Override
  @Folded
  protected boolean isBeforeEnd(AddressSpace mapping, long pgoff) {
    return true;
  }
}
