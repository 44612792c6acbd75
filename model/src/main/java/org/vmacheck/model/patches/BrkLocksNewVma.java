package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.Brk;
import org.vmacheck.model.release.Mutant;

/** Without it, faults use the VMA while it is being made. */
@Mutant("brk() write-locks a new VMA before it is in the tree")
public class BrkLocksNewVma extends Brk {

  public BrkLocksNewVma(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected void lockNew(VmArea vma) {}
}
