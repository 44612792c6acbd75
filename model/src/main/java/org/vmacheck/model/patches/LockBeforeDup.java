package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.VmaSplit;
import org.vmacheck.model.release.Proposal;

/** With it, the new half of a split has every flag that the old half has. */
@Proposal("__split_vma() write-locks the VMA before it copies it")
public class LockBeforeDup extends VmaSplit {

  public LockBeforeDup(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected VmArea duplicate(VmArea vma) {
    kernel.path(VmaLock.class).vmaStartWrite(vma);
    return super.duplicate(vma);
  }
}
