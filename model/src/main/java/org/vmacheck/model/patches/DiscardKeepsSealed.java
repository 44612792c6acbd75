package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.Madvise;
import org.vmacheck.model.release.Mutant;

/** Without it, a sealed page that nobody can write becomes one of zeroes. */
@Mutant("madvise() does not throw away sealed pages that cannot be written")
public class DiscardKeepsSealed extends Madvise {

  public DiscardKeepsSealed(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected boolean canMadviseModify(VmArea vma, Advice advice) {
    return true;
  }
}
