package org.vmacheck.model.locking;

import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.names.Folded;

/**
 * {@code mm_lock_seq} as a sequence counter, 6.14 and later: odd while mmap_lock is held for
 * writing. Its writer holds mmap_lock for writing.
 */
public class MmLockSequence {

  /** No number to begin with. */
  public static final long WRITER = -1;

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
   * {@code mmap_lock_speculate_try_begin}: where a reader without a lock begins.
   *
   * @return the sequence, or {@link #WRITER}: somebody holds mmap_lock for writing, so there is
   *     nothing to be gained (claim C24)
   */
  public long mmapLockSpeculateTryBegin(MmStruct mm) {
    long sequence = sequenceToBegin(mm);
    return sequence % 2 == 0 ? sequence : WRITER;
  }

  /** An acquire, so that what the reader looks at is looked at after it. */
  @Folded
  protected long sequenceToBegin(MmStruct mm) {
    return mm.mmLockSeq.loadAcquire();
  }

  /**
   * {@code mmap_lock_speculate_retry}: whether a writer may have run since the sequence was taken.
   * If not, everything read in between is from one point in time (claim C25).
   */
  public boolean mmapLockSpeculateRetry(MmStruct mm, long sequence) {
    beforeRetry();
    return mm.mmLockSeq.readOnce() != sequence;
  }

  /** What the reader has looked at, it has looked at before it asks. */
  @Folded
  protected void beforeRetry() {
    memory.smpRmb();
  }
}
