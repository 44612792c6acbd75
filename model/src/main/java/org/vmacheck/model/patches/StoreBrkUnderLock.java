package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.ops.Brk;
import org.vmacheck.model.release.Mutant;

/** Another brk() meanwhile goes by the old end. */
@Mutant("brk() stores the new end before it unlocks mmap_lock")
public class StoreBrkUnderLock extends Brk {

  public StoreBrkUnderLock(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected void storeBrkAndUnlock(MmStruct mm, long brk) {
    kernel.path(MmapLock.class).mmapWriteUnlock(mm);
    mm.brk.plain(brk);
  }
}
