package org.vmacheck.model.patches;

import org.vmacheck.model.locking.VmaLockRefcount;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.release.Mutant;

/** Without it, it waits for readers again, who cannot be inside. */
@Mutant("vma_start_write() does nothing for a VMA that it has write-locked already")
public class LockOnce extends VmaLockRefcount {

  public LockOnce(Memory memory) {
    super(memory);
  }

  @Override
  public void vmaStartWrite(VmArea vma) {
    excludeReadersAndMark(vma.vmMm.plain(), vma, vma.vmMm.plain().mmLockSeq.plain());
  }
}
