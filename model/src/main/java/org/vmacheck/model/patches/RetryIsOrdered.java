package org.vmacheck.model.patches;

import org.vmacheck.model.locking.MmLockSequence;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.release.Mutant;

/** Without it, a reader may look at the VMA after it has looked at the number again. */
@Mutant("mmap_lock_speculate_retry() has a barrier before it loads mm_lock_seq")
public class RetryIsOrdered extends MmLockSequence {

  public RetryIsOrdered(Memory memory) {
    super(memory);
  }

  @Override
  protected void beforeRetry() {
    // Nothing orders the two.
  }
}
