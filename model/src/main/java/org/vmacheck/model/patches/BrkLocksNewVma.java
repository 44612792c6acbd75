package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.Brk;
import org.vmacheck.model.release.Commit;

/** Without it, faults use the VMA while it is being made. */
@Commit(
    id = "ad9f006351c3",
    release = "6.6",
    sentence = "brk() write-locks a new VMA before it is in the tree")
public class BrkLocksNewVma extends Brk {

  public BrkLocksNewVma(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected void lockNew(VmArea vma) {}
}
