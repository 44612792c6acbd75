package org.vmacheck.model.patches;

import org.vmacheck.model.locking.VmaLockRefcount;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.release.Mutant;

/** Without it, the new number may be seen before what was written under the old one. */
@Mutant("mm_lock_seqcount_end() orders the stores of the section before the new number")
public class BumpIsRelease extends VmaLockRefcount {

  public BumpIsRelease(Memory memory) {
    super(memory);
  }

  @Override
  protected void mmLockSeqEnd(MmStruct mm) {
    mm.mmLockSeq.writeOnce(mm.mmLockSeq.plain() + 1);
  }
}
