package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.ops.MoveVma;
import org.vmacheck.model.ops.VmaMergeStruct;
import org.vmacheck.model.release.Proposal;

/** A neighbour that is registered keeps its registration. */
@Proposal(
    "mremap looks for a neighbour to merge with that is not registered with userfaultfd, as what it"
        + " moves will not be")
public class CopyUnregistered extends MoveVma {

  public CopyUnregistered(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected void asRegistered(VmaMergeStruct vmg) {
    vmg.unregister();
  }
}
