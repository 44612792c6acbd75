package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.Mprotect;
import org.vmacheck.model.release.Mutant;

/** Without it, until 7.0 an assertion fails, and later a reader sees the flags change. */
@Mutant("mprotect() write-locks the VMA before it stores its flags")
public class MprotectLocksVma extends Mprotect {

  public MprotectLocksVma(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected void lockToStore(VmArea vma) {}
}
