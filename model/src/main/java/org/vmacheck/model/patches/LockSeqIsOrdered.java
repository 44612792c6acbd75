package org.vmacheck.model.patches;

import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.release.Commit;

/**
 * Before it, both are relaxed: who sees the number that ends a write section need not see what was
 * stored in it.
 */
@Commit(
    id = "b1f02b95758d",
    release = "6.5",
    sentence = "the number that unlocks all VMAs is stored with a release and read with an acquire")
public class LockSeqIsOrdered extends MmLockSeqcount.InVmaLock {

  public LockSeqIsOrdered(Memory memory) {
    super(memory);
  }

  @Override
  protected long sequenceForCheck(MmStruct mm) {
    return mm.mmLockSeq.readOnce();
  }

  @Override
  protected void mmLockSeqEnd(MmStruct mm) {
    mm.mmLockSeq.writeOnce(mm.mmLockSeq.plain() + 1);
  }
}
