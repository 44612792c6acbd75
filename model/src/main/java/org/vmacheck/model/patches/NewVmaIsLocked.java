package org.vmacheck.model.patches;

import org.vmacheck.model.locking.VmaLockRefcount;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.release.Mutant;

/** Without it, as before 6.5, others use a VMA that its maker is not done with. */
@Mutant("A VMA is write-locked when it gets into the tree")
public class NewVmaIsLocked extends VmaLockRefcount {

  public NewVmaIsLocked(Memory memory) {
    super(memory);
  }

  @Override
  public void vmaMarkAttached(VmArea vma) {
    vmaAssertDetached(vma);
    vma.vmLockSeq.writeOnce(VmArea.NEVER_LOCKED);
    vma.vmRefcnt.storeRelease(1);
  }
}
