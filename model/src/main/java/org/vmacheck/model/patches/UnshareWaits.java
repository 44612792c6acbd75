package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.ops.HugePmdSharing;
import org.vmacheck.model.release.Commit;

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
@Commit(
    id = "1013af4f585f",
    release = "6.16",
    stable = {"6.12", "6.15"},
    sentence = "who unshares a page table waits until nobody walks it without a lock")
public class UnshareWaits extends HugePmdSharing {

  public UnshareWaits(Kernel kernel) {
    super(kernel);
  }

  @Override
  public void hugePmdUnshareFlush() {}
}
