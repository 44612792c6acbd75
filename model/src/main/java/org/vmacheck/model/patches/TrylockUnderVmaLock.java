package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.PageFault;
import org.vmacheck.model.ops.Rmap;
import org.vmacheck.model.release.Mutant;

/**
 * Without it, the fault waits for the writer of mmap_lock, which waits for the readers of the VMA.
 */
@Mutant("A fault that holds the VMA lock does not wait for mmap_lock")
public class TrylockUnderVmaLock extends PageFault {

  public TrylockUnderVmaLock(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected Result vmfAnonPrepare(VmArea vma, FaultLock lock) {
    if (lock == FaultLock.MMAP || vma.anonVma.plain() != null) {
      return super.vmfAnonPrepare(vma, lock);
    }
    kernel.path(MmapLock.class).mmapReadLock(vma.vmMm.plain());
    kernel.path(Rmap.class).anonVmaPrepare(vma);
    kernel.path(MmapLock.class).mmapReadUnlock(vma.vmMm.plain());
    return Result.DONE;
  }
}
