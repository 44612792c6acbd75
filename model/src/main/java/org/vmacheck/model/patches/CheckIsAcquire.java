package org.vmacheck.model.patches;

import org.vmacheck.model.locking.VmaLockRefcount;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.release.Mutant;

/**
 * Without it, the reader may see the sequence of after a write section, and fields of before it.
 */
@Mutant("vma_start_read() loads mm_lock_seq with an acquire")
public class CheckIsAcquire extends VmaLockRefcount {

  public CheckIsAcquire(Memory memory) {
    super(memory);
  }

  @Override
  protected long sequenceForCheck(MmStruct mm) {
    return mm.mmLockSeq.readOnce();
  }
}
