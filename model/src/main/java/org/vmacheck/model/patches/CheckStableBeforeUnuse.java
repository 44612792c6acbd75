package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.ops.Swap;
import org.vmacheck.model.release.Commit;

/** Without it, as up to 6.17, swapoff goes over what a failed fork has left. */
@Commit(
    id = "1367da7eb875",
    release = "6.18",
    stable = "6.12",
    sentence = "swapoff leaves an address space alone whose fork has failed")
public class CheckStableBeforeUnuse extends Swap {

  public CheckStableBeforeUnuse(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected boolean checkStableAddressSpace(MmStruct mm) {
    return true;
  }
}
