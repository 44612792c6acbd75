package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.Hugetlb;
import org.vmacheck.model.ops.PageFault.Access;
import org.vmacheck.model.ops.PageFault.FaultLock;
import org.vmacheck.model.ops.PageFault.Result;
import org.vmacheck.model.release.Commit;

/** Before it, a fault of a huge page comes again with mmap_lock. */
@Commit(
    id = "hugetlb: allow faults to be handled under the VMA lock",
    release = "6.9",
    sentence = "faults of huge pages are handled under the VMA lock")
public class HugetlbUnderVmaLock extends Hugetlb {

  public HugetlbUnderVmaLock(Kernel kernel) {
    super(kernel);
  }

  @Override
  public Result hugetlbFault(VmArea vma, long page, Access access, FaultLock lock) {
    if (lock == FaultLock.MMAP) {
      return super.hugetlbFault(vma, page, access, lock);
    }
    kernel.path(VmaLock.class).vmaEndRead(vma);
    return Result.RETRY;
  }
}
