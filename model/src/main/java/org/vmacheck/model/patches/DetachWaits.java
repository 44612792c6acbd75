package org.vmacheck.model.patches;

import org.vmacheck.model.locking.VmaLockRefcount;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.release.Mutant;

/** Without it, a VMA is freed, and made into another, under a reader that has yet to find out. */
@Mutant("vma_mark_detached() waits for readers that came in on an old number")
public class DetachWaits extends VmaLockRefcount {

  public DetachWaits(Memory memory) {
    super(memory);
  }

  @Override
  public void vmaMarkDetached(VmArea vma) {
    vmaAssertWriteLocked(vma);
    vmaAssertAttached(vma);
    refcountSub(vma, 1);
  }
}
