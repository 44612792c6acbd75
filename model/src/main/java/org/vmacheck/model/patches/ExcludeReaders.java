package org.vmacheck.model.patches;

import org.vmacheck.model.locking.VmaLockRefcount;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.release.Mutant;

/** Without it, a reader that came in on the old number goes on beside the writer. */
@Mutant("vma_start_write() keeps readers out and waits for those inside")
public class ExcludeReaders extends VmaLockRefcount {

  public ExcludeReaders(Memory memory) {
    super(memory);
  }

  @Override
  protected void excludeReadersAndMark(MmStruct mm, VmArea vma, long sequence) {
    vma.vmLockSeq.writeOnce(sequence);
  }
}
