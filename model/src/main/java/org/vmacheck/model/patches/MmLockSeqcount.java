package org.vmacheck.model.patches;

import org.vmacheck.model.locking.MmLockSequence;
import org.vmacheck.model.locking.VmaLockSemaphore;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.release.Commit;

/**
 * Before it, {@code mm_lock_seq} is a number that goes up when a write section ends, and says
 * nothing of whether there is one; so nobody speculates.
 */
@Commit(
    id = {"eb449bd96954", "03a001b156d2"},
    release = "6.14",
    sentence = "mm_lock_seq is odd while mmap_lock is held for writing, and readers may speculate")
public class MmLockSeqcount {

  private MmLockSeqcount() {}

  /** include/linux/mm.h. */
  public static class InVmaLock extends VmaLockSemaphore {

    public InVmaLock(Memory memory) {
      super(memory);
    }
  }

  /** Who would speculate takes mmap_lock. */
  public static class InMmLockSequence extends MmLockSequence {

    public InMmLockSequence(Memory memory) {
      super(memory);
    }

    @Override
    public long mmapLockSpeculateTryBegin(MmStruct mm) {
      return WRITER;
    }
  }
}
