package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.ops.Uprobes;
import org.vmacheck.model.release.Commit;

/** Without it, as up to 6.13, a breakpoint gets into what a failed fork has left. */
@Commit(
    id = "64c37e134b12",
    release = "6.14",
    stable = "6.12",
    sentence = "who registers a uprobe leaves an address space alone whose fork has failed")
public class CheckStableAddressSpace extends Uprobes {

  public CheckStableAddressSpace(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected boolean checkStableAddressSpace(MmStruct mm) {
    return true;
  }
}
