package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.AnonName;
import org.vmacheck.model.release.Proposal;

/** With it, a VMA that is merged because of its name keeps the sticky flags of all its parts. */
@Proposal("PR_SET_VMA_ANON_NAME does not store the flags of the VMA")
public class NameLeavesFlags extends AnonName {

  public NameLeavesFlags(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected void storeFlags(VmArea vma, long flags) {
    // They are what the split or the merge has made of them.
  }
}
