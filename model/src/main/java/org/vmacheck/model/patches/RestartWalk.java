package org.vmacheck.model.patches;

import org.vmacheck.model.locking.VmaLockRefcount;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmaTree;
import org.vmacheck.model.release.Mutant;

/** Without it, as in the candidates of 6.18, it goes on from a node that may be gone. */
@Mutant("lock_vma_under_rcu() walks from the root again when it has dropped RCU")
public class RestartWalk extends VmaLockRefcount {

  public RestartWalk(Memory memory) {
    super(memory);
  }

  @Override
  protected VmaTree restart(MmStruct mm, VmaTree before) {
    if (before != null) {
      before.entries();
    }
    return super.restart(mm, before);
  }
}
