package org.vmacheck.model.patches;

import org.vmacheck.model.locking.MmLockSequence;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.release.Mutant;

/** Without it, what was read before a writer and what was read after it are taken for one. */
@Mutant("mmap_lock_speculate_retry() looks whether a writer has run meanwhile")
public class RetryCompares extends MmLockSequence {

  public RetryCompares(Memory memory) {
    super(memory);
  }

  @Override
  public boolean mmapLockSpeculateRetry(MmStruct mm, long sequence) {
    return false;
  }
}
