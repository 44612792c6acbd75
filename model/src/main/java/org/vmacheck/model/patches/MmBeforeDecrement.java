package org.vmacheck.model.patches;

import org.vmacheck.model.locking.VmaLockRefcount;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.release.Mutant;

/** Without it, the VMA may belong to another mm by then, and that one be freed. */
@Mutant("vma_refcount_put() reads vm_mm before it drops its reference")
public class MmBeforeDecrement extends VmaLockRefcount {

  public MmBeforeDecrement(Memory memory) {
    super(memory);
  }

  @Override
  public void vmaEndRead(VmArea vma) {
    vma.vmlockDepMap.released();
    long left = refcountSub(vma, 1);
    if (areReadersExcluded(left)) {
      rcuwaitWakeUp(vma.vmMm.plain());
    }
  }
}
