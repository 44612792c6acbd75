package org.vmacheck.model.patches;

import org.vmacheck.model.locking.VmaLockRefcount;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.release.Proposal;

/** With it, what the early look finds is found by the main check, which is the one that counts. */
@Proposal("vma_start_read() does not look at the numbers before it has the lock")
public class NoEarlyExit extends VmaLockRefcount {

  public NoEarlyExit(Memory memory) {
    super(memory);
  }

  @Override
  protected boolean seemsWriteLocked(MmStruct mm, VmArea vma) {
    return false;
  }
}
