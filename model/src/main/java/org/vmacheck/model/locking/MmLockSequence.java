package org.vmacheck.model.locking;

import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.MmStruct;

/**
 * {@code mm_lock_seq} as a sequence counter, 6.14 and later: odd while mmap_lock is held for
 * writing. Its writer holds mmap_lock for writing.
 */
public class MmLockSequence {

  private final Memory memory;

  public MmLockSequence(Memory memory) {
    this.memory = memory;
  }

  /** {@code mm_lock_seqcount_begin}: to odd, before any store of the section. */
  public void mmLockSeqcountBegin(MmStruct mm) {
    mm.mmLockSeq.writeOnce(mm.mmLockSeq.plain() + 1);
    memory.smpWmb();
  }

  /** {@code mm_lock_seqcount_end}: to even, behind all stores of the section. */
  public void mmLockSeqcountEnd(MmStruct mm) {
    memory.smpWmb();
    mm.mmLockSeq.writeOnce(mm.mmLockSeq.plain() + 1);
  }

  /**
   * {@code mmap_lock_speculate_try_begin}.
   *
   * @return the sequence; odd means that a writer is there and speculation is pointless
   */
  public long mmapLockSpeculateTryBegin(MmStruct mm) {
    return mm.mmLockSeq.loadAcquire();
  }

  /**
   * {@code mmap_lock_speculate_retry}: whether a writer may have run since the sequence was taken.
   * If not, everything read in between is from one point in time (claim C25).
   */
  public boolean mmapLockSpeculateRetry(MmStruct mm, long sequence) {
    memory.smpRmb();
    return mm.mmLockSeq.readOnce() != sequence;
  }
}
