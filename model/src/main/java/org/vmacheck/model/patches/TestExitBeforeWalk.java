package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.ops.Ksm;
import org.vmacheck.model.release.Mutant;

/** Without it, as up to 6.2, it is asked of each VMA that the walk has come to. */
@Mutant(
    "Who takes back all that KSM has done asks whether a process has ended before it walks over its VMAs")
public class TestExitBeforeWalk extends Ksm {

  public TestExitBeforeWalk(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected boolean isExiting(MmStruct mm) {
    return false;
  }
}
