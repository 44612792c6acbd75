package org.vmacheck.model.patches;

import org.vmacheck.model.locking.VmaLockRefcount;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.release.Mutant;

/** Without it, only a writer is woken, whose VMA keeps the reference of being attached. */
@Mutant("The last reader wakes a detacher as well, for which it leaves no reference at all")
public class WakeDetacher extends VmaLockRefcount {

  public WakeDetacher(Memory memory) {
    super(memory);
  }

  @Override
  protected boolean areReadersExcluded(long count) {
    return count == EXCLUDE_READERS + 1;
  }
}
