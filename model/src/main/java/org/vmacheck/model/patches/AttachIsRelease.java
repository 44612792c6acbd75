package org.vmacheck.model.patches;

import org.vmacheck.model.locking.VmaLockRefcount;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.release.Mutant;

/** Without it, a reader may lock a new VMA and see what its object was before. */
@Mutant("vma_mark_attached() publishes the fields with the count")
public class AttachIsRelease extends VmaLockRefcount {

  public AttachIsRelease(Memory memory) {
    super(memory);
  }

  @Override
  public void vmaMarkAttached(VmArea vma) {
    vmaAssertWriteLocked(vma);
    vmaAssertDetached(vma);
    vma.vmRefcnt.writeOnce(1);
  }
}
