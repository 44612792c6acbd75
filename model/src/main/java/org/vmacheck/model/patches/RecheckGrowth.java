package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.StackGrowth;
import org.vmacheck.model.release.Mutant;

/** Without it, who comes second makes the VMA smaller, above pages that are in use. */
@Mutant(
    "A fault that has mmap_lock for writing looks again whether its page is still below the VMA")
public class RecheckGrowth extends StackGrowth {

  public RecheckGrowth(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected boolean hasGrown(VmArea vma, long page) {
    return false;
  }

  @Override
  protected boolean isStillBelow(VmArea vma, long page) {
    return true;
  }
}
