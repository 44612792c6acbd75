package org.vmacheck.model.patches;

import org.vmacheck.model.locking.VmaFlagAccess;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.release.Mutant;

/** Without it, any flag can be set under a read lock, and readers that rely on it see it change. */
@Mutant("vma_flag_set_atomic() refuses bits that are not on its list")
public class AllowList extends VmaFlagAccess {

  public AllowList(VmaLock vmaLock) {
    super(vmaLock);
  }

  @Override
  protected void checkAllowed(int bit) {}
}
