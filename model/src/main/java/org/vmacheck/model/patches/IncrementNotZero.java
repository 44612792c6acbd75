package org.vmacheck.model.patches;

import org.vmacheck.model.locking.VmaLockRefcount;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.release.Mutant;

/** Without it, a reader locks a VMA that has left its tree. */
@Mutant("No reader counts itself into a VMA whose count is 0")
public class IncrementNotZero extends VmaLockRefcount {

  public IncrementNotZero(Memory memory) {
    super(memory);
  }

  @Override
  protected long refcountIncNotZeroLimitedAcquire(VmArea vma) {
    return Math.max(vma.vmRefcnt.fetchAddIfAcquire(count -> count < LIMIT, 1), 1);
  }
}
