package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.ops.MadviseFlags;
import org.vmacheck.model.release.Commit;

/**
 * Without it, as before 6.18, the complement of a constant of 32 bits is widened with zeros, and
 * the upper half of the word goes.
 */
@Commit(
    id = "f04aad36a07c",
    release = "6.18",
    stable = "6.12",
    sentence = "MADV_UNMERGEABLE takes VM_MERGEABLE away, and no other flag")
public class ClearMergeableOnly extends MadviseFlags {

  public ClearMergeableOnly(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected long withoutMergeable(long flags) {
    return flags & (~VmFlags.MERGEABLE & 0xffff_ffffL);
  }
}
