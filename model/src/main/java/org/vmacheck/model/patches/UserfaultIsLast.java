package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.names.KernelFunction;
import org.vmacheck.model.ops.Hugetlb;
import org.vmacheck.model.ops.PageFault.FaultLock;
import org.vmacheck.model.ops.PageFault.Result;
import org.vmacheck.model.pgtable.PteTable;
import org.vmacheck.model.release.Mutant;

/**
 * Without it, as up to 6.0, it is taken once more to be dropped, and the VMA may be gone by then.
 */
@Mutant(
    "A fault of a huge page that has waited for userfaultfd does not take the lock of the VMA again")
public class UserfaultIsLast extends Hugetlb {

  public UserfaultIsLast(Kernel kernel) {
    super(kernel);
  }

  @Override
  @KernelFunction("hugetlb_handle_userfault")
  protected Result hugetlbHandleUserfault(VmArea vma, FaultLock lock, PteTable table, Word pte) {
    Result result = super.hugetlbHandleUserfault(vma, lock, table, pte);
    hugetlbVmaLockRead(vma);
    hugetlbVmaUnlockRead(vma);
    return result;
  }
}
