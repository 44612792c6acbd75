package org.vmacheck.model.patches;

import org.vmacheck.model.locking.VmaLockRefcount;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.release.Mutant;

/**
 * Without it, a VMA that has shrunk since the look-up, or was made into another one, is taken for
 * the VMA of the page.
 */
@Mutant("lock_vma_under_rcu() looks at the borders of the VMA once it holds it")
public class CheckAddress extends VmaLockRefcount {

  public CheckAddress(Memory memory) {
    super(memory);
  }

  @Override
  protected boolean covers(VmArea vma, long page) {
    return true;
  }
}
