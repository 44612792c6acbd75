package org.vmacheck.model.patches;

import org.vmacheck.model.locking.VmaLockRefcount;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.release.Mutant;

/** Without it, who looks at the number without a lock may see one that nobody stored. */
@Mutant("vma_start_write() stores vm_lock_seq with WRITE_ONCE()")
public class LockSeqIsMarked extends VmaLockRefcount {

  public LockSeqIsMarked(Memory memory) {
    super(memory);
  }

  @Override
  protected void storeLockSeq(VmArea vma, long sequence) {
    vma.vmLockSeq.plain(sequence);
  }
}
