package org.vmacheck.model.patches;

import org.vmacheck.model.locking.MmLockSequence;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.locking.NextVma;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.release.Mutant;

/** Without it, what was mapped in the gap since the look-up is passed over. */
@Mutant("lock_next_vma() looks the next VMA up again if there was a gap and a writer")
public class RecheckGap extends NextVma {

  public RecheckGap(Memory memory, VmaLock vmaLock, MmapLock mmapLock, MmLockSequence sequence) {
    super(memory, vmaLock, mmapLock, sequence);
  }

  @Override
  protected boolean isStillNext(MmStruct mm, VmArea vma, long from) {
    return true;
  }
}
