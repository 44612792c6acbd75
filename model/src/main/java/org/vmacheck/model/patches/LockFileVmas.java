package org.vmacheck.model.patches;

import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.release.Commit;

/** Before it, faults in files never have the VMA lock. */
@Commit(
    id = "350f6bbca1de",
    release = "6.6",
    sentence = "lock_vma_under_rcu() locks the VMAs of files as well")
public class LockFileVmas extends PrepareUnderVmaLock.InVmaLock {

  public LockFileVmas(Memory memory) {
    super(memory);
  }

  @Override
  protected boolean mayBeTried(VmArea vma) {
    return vma.vmaIsAnonymous();
  }
}
