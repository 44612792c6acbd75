package org.vmacheck.model.patches;

import org.vmacheck.model.locking.VmaLockRefcount;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.release.Mutant;

/** Without it, it waits for ever. */
@Mutant("vma_start_write() does not wait for the readers of a detached VMA, which has none")
public class SkipDetached extends VmaLockRefcount {

  public SkipDetached(Memory memory) {
    super(memory);
  }

  @Override
  protected void excludeReadersAndMark(MmStruct mm, VmArea vma, long sequence) {
    vma.vmRefcnt.fetchAddRelaxed(EXCLUDE_READERS);
    vma.vmlockDepMap.acquireWrite();
    waitForReaders(mm, vma, EXCLUDE_READERS + 1);
    vma.vmLockSeq.writeOnce(sequence);
    letReadersIn(vma);
  }
}
