package org.vmacheck.model.patches;

import org.vmacheck.model.locking.VmaFlagAccess;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.release.Mutant;

/** Without it, who looks on sees flags that the VMA never had. */
@Mutant("a flag is set in one step that changes no other flag")
public class FlagInOneStep extends VmaFlagAccess {

  public FlagInOneStep(VmaLock vmaLock) {
    super(vmaLock);
  }

  @Override
  public void vmaFlagSetAtomic(VmArea vma, int bit) {
    long flags = vma.vmFlags.readOnce();
    vma.vmFlags.writeOnce(0);
    vma.vmFlags.writeOnce(flags | 1L << bit);
  }
}
