package org.vmacheck.model.patches;

import org.vmacheck.model.locking.VmaLockRefcount;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.release.Mutant;

/** Without it, two threads wait for readers in one mm, which has one place for a sleeper. */
@Mutant(
    "vma_start_write() asserts that mmap_lock is held for writing, so an mm has one such thread")
public class WritersAreExclusive extends VmaLockRefcount {

  public WritersAreExclusive(Memory memory) {
    super(memory);
  }

  @Override
  public void vmaStartWrite(VmArea vma) {
    MmStruct mm = vma.vmMm.plain();
    long sequence = mm.mmLockSeq.plain();
    if (vma.vmLockSeq.plain() != sequence) {
      excludeReadersAndMark(mm, vma, sequence);
    }
  }
}
