package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.ops.HugePmdSharing;
import org.vmacheck.model.release.Mutant;

/**
 * Without it, GUP-fast goes on in a table that belongs to others.
 *
 * <pre>
 *   GUP-fast                          unmap                         the other mapping
 *     the table
 *                                       unshare it
 *                                                                     map something else
 *     pin what the table says
 * </pre>
 */
@Mutant("who unshares a page table waits until nobody walks it without a lock")
public class UnshareWaits extends HugePmdSharing {

  public UnshareWaits(Kernel kernel) {
    super(kernel);
  }

  @Override
  public void hugePmdUnshareFlush() {}
}
