package org.vmacheck.model.patches;

import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.release.Mutant;

/** Without it, another writer may run between the two halves of munmap. */
@Mutant("mmap_write_downgrade() lets no other writer in")
public class DowngradeLeavesNoGap extends MmapLock {

  public DowngradeLeavesNoGap(VmaLock vmaLock) {
    super(vmaLock);
  }

  @Override
  public void mmapWriteDowngrade(MmStruct mm) {
    mmapWriteUnlock(mm);
    mmapReadLock(mm);
  }
}
