package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.PageFault;
import org.vmacheck.model.release.Commit;

/** Before it, a fault that has to ask a file for the page comes again with mmap_lock. */
@Commit(
    id = "12214eba1992",
    release = "6.7",
    sentence = "faults in files are handled under the VMA lock")
public class FileFaultsUnderVmaLock extends PageFault {

  public FileFaultsUnderVmaLock(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected boolean vmfCanCallFault(VmArea vma, FaultLock lock) {
    return lock == FaultLock.MMAP;
  }
}
