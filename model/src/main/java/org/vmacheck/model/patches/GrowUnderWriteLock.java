package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.ops.StackGrowth;
import org.vmacheck.model.release.Mutant;

/** Without it, as before 6.5, it grows under the eyes of who holds mmap_lock for reading. */
@Mutant("A stack grows under mmap_lock held for writing")
public class GrowUnderWriteLock extends StackGrowth {

  public GrowUnderWriteLock(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected void upgrade(MmStruct mm) {}
}
