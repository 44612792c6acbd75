package org.vmacheck.model.patches;

import org.vmacheck.model.locking.VmaLockRefcount;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.release.Mutant;

/** Without it, a store of the section may be seen while the number is still even. */
@Mutant("A write section makes mm_lock_seq odd before all of its stores")
public class OddIsOrdered extends VmaLockRefcount {

  public OddIsOrdered(Memory memory) {
    super(memory);
  }

  @Override
  public void mmLockSeqBegin(MmStruct mm) {
    mm.mmLockSeq.writeOnce(mm.mmLockSeq.plain() + 1);
  }
}
