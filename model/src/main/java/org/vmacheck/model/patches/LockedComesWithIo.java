package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.ops.Mlock;
import org.vmacheck.model.release.Mutant;

/** Without it, who maps a page of the VMA meanwhile counts it, and mlock counts it again. */
@Mutant("mlock() says by VM_IO that it is about to count the pages")
public class LockedComesWithIo extends Mlock {

  public LockedComesWithIo(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected long flagsWhileCounting(long newflags) {
    return newflags;
  }
}
