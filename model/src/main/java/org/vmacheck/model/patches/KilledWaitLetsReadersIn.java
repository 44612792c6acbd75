package org.vmacheck.model.patches;

import org.vmacheck.model.locking.VmaLockRefcount;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.release.Mutant;

/** Without it, nobody can lock the VMA any more, and nobody can detach it. */
@Mutant("vma_start_write_killable() lets readers in again when a fatal signal ends its wait")
public class KilledWaitLetsReadersIn extends VmaLockRefcount {

  public KilledWaitLetsReadersIn(Memory memory) {
    super(memory);
  }

  @Override
  protected void giveUp(VmArea vma) {
    vma.vmlockDepMap.released();
  }
}
