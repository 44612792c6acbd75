package org.vmacheck.model.patches;

import org.vmacheck.model.locking.VmaLockRefcount;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.release.Mutant;

/**
 * Without it, a reader comes in after the writer has seen that there is none, and before it has
 * stored its number.
 */
@Mutant("No reader counts itself in while a writer keeps readers out")
public class ReadersAreLimited extends VmaLockRefcount {

  public ReadersAreLimited(Memory memory) {
    super(memory);
  }

  @Override
  protected long refcountIncNotZeroLimitedAcquire(VmArea vma) {
    return vma.vmRefcnt.fetchAddIfAcquire(count -> count != 0, 1) & LIMIT;
  }
}
