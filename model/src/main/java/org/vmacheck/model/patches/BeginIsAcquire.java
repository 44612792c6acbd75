package org.vmacheck.model.patches;

import org.vmacheck.model.locking.MmLockSequence;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.release.Mutant;

/** Without it, a reader may look at the VMA before it looks at the number. */
@Mutant("mmap_lock_speculate_try_begin() loads mm_lock_seq with an acquire")
public class BeginIsAcquire extends MmLockSequence {

  public BeginIsAcquire(Memory memory) {
    super(memory);
  }

  @Override
  protected long sequenceToBegin(MmStruct mm) {
    return mm.mmLockSeq.readOnce();
  }
}
