package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.ops.ProcMem;
import org.vmacheck.model.release.Mutant;

/** Without it, the address space is taken down again when this user goes. */
@Mutant("Who wants to use the mm of another process is refused once its last user has gone")
public class MmgetNotZero extends ProcMem {

  public MmgetNotZero(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected boolean use(MmStruct mm) {
    mm.mmUsers.atomicAdd(1);
    return true;
  }
}
