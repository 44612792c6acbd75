package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.VmaSplit;
import org.vmacheck.model.release.Mutant;

/** Without it, vma_prepare() finds it unlocked. */
@Mutant("A split write-locks the VMA before it changes its range")
public class SplitLocksVma extends VmaSplit {

  public SplitLocksVma(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected void lockOriginal(VmArea vma) {}
}
