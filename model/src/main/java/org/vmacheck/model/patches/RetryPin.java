package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.ops.GupFast;
import org.vmacheck.model.release.Mutant;

/**
 * Without it, a page is pinned that fork shares with the child, and the next write of the parent
 * goes to a copy that the device does not know.
 *
 * <pre>
 *   GUP-fast                          fork
 *                                       the page is not pinned
 *     pin it, the entry is still there
 *                                       write-protect the entry, share the page
 * </pre>
 */
@Mutant("GUP-fast gives its pins back if a fork write-protected entries meanwhile")
public class RetryPin extends GupFast {

  public RetryPin(Kernel kernel) {
    super(kernel);
  }

  @Override
  @Folded
  protected boolean readSeqcountRetry(MmStruct mm, long seq) {
    return false;
  }
}
