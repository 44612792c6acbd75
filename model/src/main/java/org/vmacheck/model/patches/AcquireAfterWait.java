package org.vmacheck.model.patches;

import org.vmacheck.model.locking.VmaLockRefcount;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.release.Proposal;

/** With it, a writer sees what the readers did whose leaving it has seen. */
@Proposal("the wait for a VMA's readers ends in an acquire")
public class AcquireAfterWait extends VmaLockRefcount {

  public AcquireAfterWait(Memory memory) {
    super(memory);
  }

  @Override
  protected void waitForReaders(MmStruct mm, VmArea vma, long target) {
    super.waitForReaders(mm, vma, target);
    memory.smpMb();
  }
}
