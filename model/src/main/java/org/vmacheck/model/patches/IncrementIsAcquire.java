package org.vmacheck.model.patches;

import org.vmacheck.model.locking.VmaLockRefcount;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.release.Mutant;

/**
 * Without it, a reader may see the count of the VMA that an object has become, and fields of the
 * one that it was.
 */
@Mutant("A reader counts itself in with an acquire")
public class IncrementIsAcquire extends VmaLockRefcount {

  public IncrementIsAcquire(Memory memory) {
    super(memory);
  }

  @Override
  protected long refcountIncNotZeroLimitedAcquire(VmArea vma) {
    return vma.vmRefcnt.fetchAddIfRelaxed(count -> count != 0 && count < LIMIT, 1);
  }
}
