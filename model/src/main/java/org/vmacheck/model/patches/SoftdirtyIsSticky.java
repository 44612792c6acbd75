package org.vmacheck.model.patches;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.ops.VmaMerge;
import org.vmacheck.model.release.Commit;

/**
 * Before it, a merged VMA has the soft-dirty bit of the one that the others were merged into, and
 * who dumps what has changed since the last time leaves out what they had written.
 */
@Commit(id = "6707915e030a", release = "6.19", stable = "6.18", sentence = "VM_SOFTDIRTY is sticky")
public class SoftdirtyIsSticky extends VmaMerge {

  public SoftdirtyIsSticky(Kernel kernel) {
    super(kernel);
  }

  @Override
  protected void setSticky(VmArea target, long stickyFlags) {
    super.setSticky(target, stickyFlags & ~VmFlags.SOFTDIRTY);
  }
}
