package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.Fork;
import org.vmacheck.model.release.Mutant;

/** Without it, entries of a registration are copied that the child does not have. */
@Mutant("vma_needs_copy() looks at the flags of the child")
public class TestChildsFlags extends Fork {

  public TestChildsFlags(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected long flagsThatDecide(VmArea dst, VmArea src) {
    return src.vmFlags.plain();
  }
}
