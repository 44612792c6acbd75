package org.vmacheck.model.patches;

import org.vmacheck.model.locking.MmLockSequence;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.release.Mutant;

/**
 * Without it, a reader begins in the middle of what the writer does, and nothing changes until it
 * ends.
 */
@Mutant("mmap_lock_speculate_try_begin() fails while mmap_lock is held for writing")
public class RefuseOdd extends MmLockSequence {

  public RefuseOdd(Memory memory) {
    super(memory);
  }

  @Override
  public long mmapLockSpeculateTryBegin(MmStruct mm) {
    return sequenceToBegin(mm);
  }
}
