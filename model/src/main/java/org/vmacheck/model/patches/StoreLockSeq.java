package org.vmacheck.model.patches;

import org.vmacheck.model.locking.VmaLockRefcount;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.release.Mutant;

/** Without it, a write lock lasts only until it is taken. */
@Mutant("vma_start_write() stores the number that keeps readers out when it has let them in again")
public class StoreLockSeq extends VmaLockRefcount {

  public StoreLockSeq(Memory memory) {
    super(memory);
  }

  @Override
  protected void excludeReadersAndMark(MmStruct mm, VmArea vma, long sequence) {
    super.excludeReadersAndMark(mm, vma, isAttached(vma) ? vma.vmLockSeq.plain() : sequence);
  }
}
