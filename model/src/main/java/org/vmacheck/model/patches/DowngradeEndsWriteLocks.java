package org.vmacheck.model.patches;

import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.release.Mutant;

/** Without it, VMAs stay write-locked for ever, and the number is odd with no writer there. */
@Mutant("mmap_write_downgrade() ends all VMA write locks")
public class DowngradeEndsWriteLocks extends MmapLock {

  public DowngradeEndsWriteLocks(VmaLock vmaLock) {
    super(vmaLock);
  }

  @Override
  public void mmapWriteDowngrade(MmStruct mm) {
    mm.mmapLock.downgradeWrite();
  }
}
