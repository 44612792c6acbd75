package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.PageFault;
import org.vmacheck.model.release.Commit;

/** Before it, a fault on an entry that is neither empty nor present comes again with mmap_lock. */
@Commit(
    id = "1235ccd05b6d",
    release = "6.6",
    sentence = "do_swap_page() goes on under the VMA lock")
public class SwapUnderVmaLock extends PageFault {

  public SwapUnderVmaLock(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected Result doSwapPage(VmArea vma, long page, Access access, FaultLock lock, long orig) {
    if (lock == FaultLock.MMAP) {
      return super.doSwapPage(vma, page, access, lock, orig);
    }
    kernel.path(VmaLock.class).vmaEndRead(vma);
    return Result.RETRY;
  }
}
