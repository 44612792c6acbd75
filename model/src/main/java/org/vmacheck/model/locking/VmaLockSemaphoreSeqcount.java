package org.vmacheck.model.locking;

import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.MmStruct;

/** Generation 2b, 6.14: the semaphore, and {@code mm_lock_seq} as a sequence counter (B.3). */
public class VmaLockSemaphoreSeqcount extends VmaLockSemaphore {

  private final MmLockSequence sequence;

  public VmaLockSemaphoreSeqcount(Memory memory) {
    super(memory);
    this.sequence = new MmLockSequence(memory);
  }

  @Override
  public void mmLockSeqBegin(MmStruct mm) {
    sequence.mmLockSeqcountBegin(mm);
  }

  @Override
  protected void mmLockSeqEnd(MmStruct mm) {
    sequence.mmLockSeqcountEnd(mm);
  }
}
