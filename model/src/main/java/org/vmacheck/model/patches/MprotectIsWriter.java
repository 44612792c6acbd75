package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.ops.Mprotect;
import org.vmacheck.model.release.Mutant;

/** Without it, it stores flags while others that hold mmap_lock for reading set them. */
@Mutant("mprotect() holds mmap_lock for writing")
public class MprotectIsWriter extends Mprotect {

  public MprotectIsWriter(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected void lockMm(MmStruct mm) {
    kernel.path(MmapLock.class).mmapReadLock(mm);
  }

  @Override
  protected void unlockMm(MmStruct mm) {
    kernel.path(MmapLock.class).mmapReadUnlock(mm);
  }
}
