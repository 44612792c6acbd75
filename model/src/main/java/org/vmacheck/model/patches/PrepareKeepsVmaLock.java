package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.names.KernelFunction;
import org.vmacheck.model.ops.Hugetlb;
import org.vmacheck.model.ops.PageFault.FaultLock;
import org.vmacheck.model.ops.PageFault.Result;
import org.vmacheck.model.release.Mutant;

/** Without it, as in 6.9 to 6.11, what keeps the VMA is gone before hugetlb_fault() unlocks. */
@Mutant("A fault of a huge page that finds no anon_vma keeps the VMA locked until it is done")
public class PrepareKeepsVmaLock extends Hugetlb {

  public PrepareKeepsVmaLock(Kernel kernel) {
    super(kernel);
  }

  @Override
  @KernelFunction("vmf_anon_prepare")
  protected Result anonPrepare(VmArea vma, FaultLock lock) {
    Result result = super.anonPrepare(vma, lock);
    if (result == Result.RETRY) {
      kernel.path(VmaLock.class).vmaEndRead(vma);
    }
    return result;
  }

  @Override
  protected void dropVmaLock(VmArea vma) {}
}
