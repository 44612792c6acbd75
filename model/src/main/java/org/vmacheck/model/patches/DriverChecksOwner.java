package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.BinderAlloc;
import org.vmacheck.model.release.Mutant;

/** Without it, it throws away what somebody else has mapped there meanwhile. */
@Mutant("A driver that goes by an address asks whether the VMA there is its own")
public class DriverChecksOwner extends BinderAlloc {

  public DriverChecksOwner(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected boolean isMapped(VmArea vma, AddressSpace buffer) {
    return true;
  }
}
