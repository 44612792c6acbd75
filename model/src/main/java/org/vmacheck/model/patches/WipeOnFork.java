package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.Fork;
import org.vmacheck.model.release.Mutant;

/** Without it, the child finds what its parent wrote. */
@Mutant("Fork copies nothing of a VMA with VM_WIPEONFORK")
public class WipeOnFork extends Fork {

  public WipeOnFork(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected boolean isWiped(VmArea mpnt) {
    return false;
  }
}
