package org.vmacheck.model.patches;

import org.vmacheck.model.locking.VmaLockRefcount;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.release.Proposal;

/**
 * With it, who sees the number of a write section sees the stores of the section before, which
 * another processor may have made: the acquire of mmap_lock hands them to the writer alone.
 */
@Proposal("The store that makes mm_lock_seq odd is a release")
public class OddIsRelease extends VmaLockRefcount {

  public OddIsRelease(Memory memory) {
    super(memory);
  }

  @Override
  public void mmLockSeqBegin(MmStruct mm) {
    mm.mmLockSeq.storeRelease(mm.mmLockSeq.plain() + 1);
    memory.smpWmb();
  }
}
