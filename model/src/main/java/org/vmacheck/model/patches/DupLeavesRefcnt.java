package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.VmaAlloc;
import org.vmacheck.model.release.Mutant;

/** Without it, a copy that is not filled yet can be locked by a stale reader. */
@Mutant("vm_area_dup() does not copy vm_refcnt")
public class DupLeavesRefcnt extends VmaAlloc {

  public DupLeavesRefcnt(Kernel kernel) {
    super(kernel);
  }

  @Override
  public VmArea vmAreaDup(VmArea orig) {
    VmArea vma = super.vmAreaDup(orig);
    vma.vmRefcnt.writeOnce(orig.vmRefcnt.readOnce());
    return vma;
  }
}
