package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.ops.Fork;
import org.vmacheck.model.release.Proposal;

/**
 * With it, fork sees a pin, or who pins sees that fork is at work, on every architecture: the store
 * of write_protect_seq comes before the look at the pins. A write barrier does not order the two.
 */
@Proposal("copy_page_range() has a full barrier after it made write_protect_seq odd")
public class BarrierBeforeSharing extends Fork {

  public BarrierBeforeSharing(Kernel kernel) {
    super(kernel);
  }

  @Override
  @Folded
  protected void writeProtectBegin(MmStruct mm) {
    super.writeProtectBegin(mm);
    kernel.memory().smpMb();
  }
}
