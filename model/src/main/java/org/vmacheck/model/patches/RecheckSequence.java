package org.vmacheck.model.patches;

import org.vmacheck.model.locking.VmaLockRefcount;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.release.Mutant;

/**
 * Without it, a reader that counted itself in after the writer let readers in again goes on beside
 * it.
 */
@Mutant("vma_start_read() compares the sequence numbers again once it has counted itself in")
public class RecheckSequence extends VmaLockRefcount {

  public RecheckSequence(Memory memory) {
    super(memory);
  }

  @Override
  protected long sequenceForCheck(MmStruct mm) {
    return -1;
  }
}
